import Link from 'next/link';

/** Views of one thing, each with an address of its own. */
export function Tabs({
  label,
  at,
  tabs,
}: {
  readonly label: string;
  readonly at: string;
  readonly tabs: readonly {
    readonly id: string;
    readonly href: string;
    readonly label: string;
    readonly count: number;
  }[];
}) {
  return (
    <nav aria-label={label} className="no-print mt-5 mb-3 flex gap-4 overflow-x-auto border-b border-line">
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          href={tab.href}
          scroll={false}
          {...(tab.id === at ? { 'aria-current': 'true' as const } : {})}
          className={`-mb-px flex items-baseline gap-1.5 border-b-2 pb-1.5 whitespace-nowrap ${tab.id === at ? 'border-accent font-[550]' : 'border-transparent text-ink-2 hover:text-ink'}`}
        >
          {tab.label}
          <span className="nums text-xs font-[450] text-ink-3">{tab.count.toLocaleString('en')}</span>
        </Link>
      ))}
    </nav>
  );
}
