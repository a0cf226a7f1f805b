import type { ReactNode } from 'react';

/** Words of somebody else, set apart from what the page itself states. */
export function Quotation({
  by,
  children,
}: {
  readonly by?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <figure className="my-1.5 border-l-2 border-line-strong pl-3">
      <blockquote className="max-h-72 overflow-y-auto font-[450] text-ink-2 whitespace-pre-wrap break-words italic">
        {children}
      </blockquote>
      {by !== undefined && <figcaption className="label mt-0.5">{by}</figcaption>}
    </figure>
  );
}
