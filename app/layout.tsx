import './globals.css';
import type { Metadata, Viewport } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { Keyboard } from './_ui/keyboard.tsx';
import { LiveRefresh } from './_ui/live-refresh.tsx';
import { NavLink } from './_ui/nav-link.tsx';

export const metadata: Metadata = {
  title: { default: 'Tickscope', template: '%s · Tickscope' },
  description: 'Why did it trade at tick 14? Answered from the event history.',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#151a20' },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Each page is made for its request: what it shows grows, and its scripts carry a nonce of their own.
  await connection();
  return (
    <html lang="en">
      <body className="flex flex-col">
        <a href="#main" className="button button-main fixed -top-20 left-2 z-50 focus:top-2">
          Skip to content
        </a>
        <header className="no-print sticky top-0 z-20 border-b border-line bg-card">
          <div className="mx-auto flex h-11 max-w-[92rem] items-center gap-4 px-4 sm:gap-6 sm:px-6">
            <Link href="/" className="flex items-center gap-2 font-[650] tracking-[-0.01em]">
              <Mark />
              Tickscope
            </Link>
            <nav aria-label="Main" className="flex h-full gap-3 sm:gap-4">
              <NavLink href="/live">Live</NavLink>
              <NavLink href="/runs">Runs</NavLink>
            </nav>
            <span className="ml-auto flex items-center gap-2">
              <LiveRefresh source="/api/audit/changes" />
              <Keyboard />
            </span>
          </div>
        </header>
        <main id="main" className="mx-auto w-full max-w-[92rem] flex-1 px-4 py-5 sm:px-6">
          {children}
        </main>
      </body>
    </html>
  );
}

/** Ticks on a line, one of them looked at. */
function Mark() {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor">
      <path
        d="M2 16.5h16M4 16.5v-4M8 16.5v-4M16 16.5v-4"
        strokeWidth="1.5"
        strokeLinecap="round"
        className="stroke-ink-3"
      />
      <path d="M12 16.5V9" strokeWidth="2" strokeLinecap="round" className="stroke-accent" />
      <circle cx="12" cy="5.5" r="3" strokeWidth="2" className="stroke-accent" />
    </svg>
  );
}
