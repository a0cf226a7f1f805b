import Link from 'next/link';
import type { ReactNode } from 'react';

type Crumb = { readonly label: string; readonly href: string };

/** Where the page stands, what it is about, and what can be done with it. */
export function PageHead({
  crumbs = [],
  title,
  badge,
  actions,
}: {
  readonly crumbs?: readonly Crumb[];
  readonly title: string;
  readonly badge?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {crumbs.length > 0 && (
          <nav aria-label="Breadcrumb" className="mb-0.5 text-xs text-ink-3">
            <ol className="flex flex-wrap gap-x-1.5">
              {crumbs.map((crumb, index) => (
                <li key={crumb.href} className="flex min-w-0 gap-x-1.5">
                  <Link
                    className="break-all hover:text-accent hover:underline"
                    href={crumb.href}
                    {...(index === crumbs.length - 1 ? { 'data-key': 'Escape' } : {})}
                  >
                    {crumb.label}
                  </Link>
                  <span aria-hidden="true">/</span>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl font-[620] tracking-[-0.012em] break-all">{title}</h1>
          {badge}
        </div>
      </div>
      {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
