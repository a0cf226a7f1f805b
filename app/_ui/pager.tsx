import Link from 'next/link';

/** Which part of a long list is shown, and the ways on. Always says the whole count. */
export function Pager({
  shown,
  older,
  newer,
}: {
  readonly shown: string;
  readonly older?: string | undefined;
  readonly newer?: string | undefined;
}) {
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center justify-between gap-3 px-4 py-2 text-xs text-ink-3"
    >
      <span className="nums">{shown}</span>
      <span className="flex gap-2">
        <PagerLink href={newer} label="Newer" />
        <PagerLink href={older} label="Older" />
      </span>
    </nav>
  );
}

function PagerLink({ href, label }: { readonly href: string | undefined; readonly label: string }) {
  if (href === undefined) return null;
  return (
    <Link className="button" href={href} scroll={false}>
      {label}
    </Link>
  );
}
