import { formatAgeMs, formatDurationMs } from '#app/_ui/format-time.ts';
import type { ChainRun } from '#auditor/model/run.ts';

/** Whether there is anything to say of how fresh the copy of an open run is. */
export const hasFreshness = ({ status, lagMs, confirmedAt }: ChainRun): boolean =>
  status === 'running' && (lagMs !== undefined || confirmedAt !== undefined);

/** How far an open run's copy is behind the server, and how long ago the server said that there is nothing newer. */
export function Freshness({ run, nowMs }: { readonly run: ChainRun; readonly nowMs: number }) {
  if (!hasFreshness(run)) return null;
  const { lagMs, confirmedAt } = run;
  return (
    <span className="flex flex-wrap gap-x-3">
      {lagMs !== undefined && (
        <span
          className="whitespace-nowrap"
          title="From the newest event (the server’s clock) to its storing (this machine’s clock)"
        >
          lag {formatDurationMs(Math.max(0, lagMs))}
        </span>
      )}
      {confirmedAt !== undefined && <Confirmed at={confirmedAt} nowMs={nowMs} />}
    </span>
  );
}

/** No alarm by age: a run that is pulled, not followed, is confirmed once. */
function Confirmed({ at, nowMs }: { readonly at: string; readonly nowMs: number }) {
  return (
    <time dateTime={at} title={at} className="whitespace-nowrap">
      confirmed {formatAgeMs(nowMs - Date.parse(at))}
    </time>
  );
}
