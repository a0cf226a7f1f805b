import Link from 'next/link';
import { Icon } from '#app/_ui/icon.tsx';
import { ToneMark } from '#app/_ui/tone.tsx';
import { toTickPath } from '#app/paths.ts';
import type { TickSummary } from '#auditor/model/tick.ts';

/** One mark a tick, oldest left: shape and colour are the outcome, a bolt says that the tick was interrupted. */
export function TickStrip({
  workflowId,
  ticks,
}: {
  readonly workflowId: string;
  readonly ticks: readonly TickSummary[];
}) {
  if (ticks.length === 0) return null;
  return (
    <nav aria-label="Tick strip" className="card no-print px-3 pt-2 pb-1.5">
      <ol className="flex flex-wrap gap-y-1">
        {ticks.map((tick) => (
          <li key={tick.tick}>
            <Link
              prefetch={false}
              href={toTickPath({ workflowId, runId: tick.runId }, tick.tick)}
              aria-label={`${tick.tick}: ${tick.label}, ${tick.outcome}${tick.interrupted ? ', interrupted' : ''}`}
              data-hint={`${tick.label}: ${tick.outcome}`.slice(0, 80)}
              className="hint flex w-7 flex-col items-center gap-0.5 rounded py-1 hover:bg-sunk"
            >
              <ToneMark tone={tick.tone} size={16} />
              <span
                className={`nums flex text-[10px] leading-3 ${tick.interrupted ? 'font-[650] text-warn' : 'text-ink-3'}`}
              >
                {tick.interrupted && <Icon name="bolt" size={9} />}
                {tick.tick}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
