import Link from 'next/link';
import { formatDurationMs } from '#app/_ui/format-time.ts';
import { Icon } from '#app/_ui/icon.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import { ToneText } from '#app/_ui/tone.tsx';
import { toEventPath, toTickPath } from '#app/paths.ts';
import type { TickSummary } from '#auditor/model/tick.ts';

/** Ticks as rows, in the order given. The whole row leads to the tick. */
export function TickTable({
  workflowId,
  ticks,
}: {
  readonly workflowId: string;
  readonly ticks: readonly TickSummary[];
}) {
  return (
    <table className="grid-table">
      <thead>
        <tr>
          <th>Tick</th>
          <th>Outcome</th>
          <th className="hidden sm:table-cell">Started (UTC)</th>
          <th className="hidden text-right sm:table-cell">Duration</th>
          <th className="hidden text-right md:table-cell">Events</th>
        </tr>
      </thead>
      <tbody>
        {ticks.map((tick) => (
          <TickRow key={tick.tick} workflowId={workflowId} tick={tick} />
        ))}
      </tbody>
    </table>
  );
}

function TickRow({ workflowId, tick }: { readonly workflowId: string; readonly tick: TickSummary }) {
  const place = { workflowId, runId: tick.runId };
  return (
    <tr className="relative">
      <td className="whitespace-nowrap">
        <Link
          data-row
          prefetch={false}
          href={toTickPath(place, tick.tick)}
          className="font-[550] after:absolute after:inset-0 hover:text-accent"
        >
          {tick.label}
        </Link>
      </td>
      <td>
        <span className="flex flex-wrap items-center gap-x-3">
          <ToneText tone={tick.tone}>{tick.outcome}</ToneText>
          {tick.interrupted && <InterruptedMark />}
          {tick.status !== 'closed' && (
            <span className="label">{tick.status === 'open' ? 'in progress' : 'cut off'}</span>
          )}
        </span>
      </td>
      <td className="hidden text-ink-2 sm:table-cell">
        <TimeText time={tick.startedAt} />
      </td>
      <td className="nums hidden text-right whitespace-nowrap text-ink-2 sm:table-cell">
        {formatDurationMs(tick.durationMs)}
      </td>
      <td className="hidden text-right font-mono text-xs whitespace-nowrap text-ink-3 md:table-cell">
        <Link
          prefetch={false}
          className="relative hover:text-accent"
          href={toEventPath(place, tick.firstEventId)}
        >
          {tick.firstEventId}–{tick.lastEventId}
        </Link>
      </td>
    </tr>
  );
}

/** Says that something went wrong around the decision: a lost worker, a failed or timed-out workflow task, a retry. */
export function InterruptedMark() {
  return (
    <span className="inline-flex items-center gap-1 rounded-[4px] bg-warn-wash px-1.5 text-xs font-[550] text-warn">
      <Icon name="bolt" size={12} />
      interrupted
    </span>
  );
}
