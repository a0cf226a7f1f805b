import type { ReactNode } from 'react';

/** A titled box. `aside` stands at the right end of the title. */
export function Card({
  title,
  aside,
  children,
  flush = false,
  id,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
  readonly id?: string;
}) {
  return (
    <section className="card min-w-0 overflow-clip" id={id} aria-label={title}>
      <header className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 className="font-[600]">{title}</h2>
        {aside}
      </header>
      <div className={flush ? 'overflow-x-auto' : 'p-4'}>{children}</div>
    </section>
  );
}
