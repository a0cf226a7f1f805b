import { CopyButton } from '#app/_ui/copy-button.tsx';

/** A command that gives the same as the page, ready to copy. */
export function CommandLine({ says, command }: { readonly says: string; readonly command: string }) {
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
      {says}
      <code className="min-w-0 rounded bg-sunk px-2 py-1 font-mono break-all text-ink">{command}</code>
      <CopyButton className="link no-print" text={command}>
        Copy
      </CopyButton>
    </p>
  );
}
