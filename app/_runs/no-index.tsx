import Link from 'next/link';
import type { ReactNode } from 'react';

/** Nothing is indexed yet: what to do about it. */
export function NoIndex() {
  return (
    <section className="card mx-auto mt-10 max-w-2xl p-6" aria-labelledby="no-index">
      <h1 id="no-index" className="text-lg font-[620]">
        No run is indexed yet
      </h1>
      <p className="mt-1 text-ink-2">
        Histories appear here by themselves as soon as they are read. Three ways to get one:
      </p>
      <dl className="mt-5 grid gap-4">
        <Way title="Start the trading agent">
          <Link className="link" href="/live">
            Open the start form
          </Link>
          ; with <Command text="npm start" /> a demo run starts by itself
        </Way>
        <Way title="Read a workflow from a Temporal server">
          <Command text="npx tickscope pull <workflow-id>" />
        </Way>
        <Way title="Import a history file">
          <Command text="npx tickscope import <file.json>" />
        </Way>
      </dl>
    </section>
  );
}

function Way({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="font-[550]">{title}</dt>
      <dd className="mt-0.5 text-ink-2">{children}</dd>
    </div>
  );
}

function Command({ text }: { readonly text: string }) {
  return <code className="rounded bg-sunk px-1.5 py-0.5 font-mono text-xs text-ink">{text}</code>;
}
