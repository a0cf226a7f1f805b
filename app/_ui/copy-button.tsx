'use client';
import { type ReactNode, useState } from 'react';

/** Copies `text`; the label says for two seconds that it did, or that the browser refused. */
export function CopyButton({
  text,
  children,
  className = 'button',
}: {
  readonly text: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const [said, setSaid] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('Not allowed');
    }
    setTimeout(() => setSaid(undefined), 2000);
  };
  return (
    <button type="button" className={className} onClick={copy}>
      <span aria-live="polite">{said ?? children}</span>
    </button>
  );
}
