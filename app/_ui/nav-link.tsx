'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the main menu that knows when it is where one is. */
export function NavLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      {...(here ? { 'aria-current': 'page' as const } : {})}
      className={`flex items-center border-b-2 px-1 pt-0.5 ${here ? 'border-accent font-[550]' : 'border-transparent text-ink-2 hover:text-ink'}`}
    >
      {children}
    </Link>
  );
}
