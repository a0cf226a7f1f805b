import Link from 'next/link';
import { InterruptedMark } from '#app/_runs/tick-table.tsx';
import { formatDurationMs } from '#app/_ui/format-time.ts';
import { TimeText } from '#app/_ui/time-text.tsx';
import { toEventPath } from '#app/paths.ts';
import type { RunChain } from '#auditor/model/run.ts';
import type { Tick } from '#auditor/model/tick.ts';

/** One line: when, how long, which events, who derived it. */
export function TickFacts({ chain, tick }: { readonly chain: RunChain; readonly tick: Tick }) {
  const place = { workflowId: chain.workflowId, runId: tick.runId };
  return (
    <p className="nums flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-2">
      <span>
        <TimeText time={tick.startedAt} full />
      </span>
      <span>took {formatDurationMs(tick.durationMs)}</span>
      <span>
        events{' '}
        <Link prefetch={false} className="link" href={toEventPath(place, tick.firstEventId)}>
          {tick.firstEventId}
        </Link>
        –
        <Link prefetch={false} className="link" href={toEventPath(place, tick.lastEventId)}>
          {tick.lastEventId}
        </Link>
      </span>
      <span>
        run <span className="font-mono text-2xs break-all">{tick.runId}</span>
      </span>
      <span>read by {tick.adapter}</span>
      {tick.status === 'open' && (
        <span className="font-[550] text-pending">in progress: more events may follow</span>
      )}
      {tick.status === 'cut-off' && (
        <span className="font-[550] text-warn">cut off: the run closed in the middle of it</span>
      )}
      {tick.interrupted && <InterruptedMark />}
    </p>
  );
}
