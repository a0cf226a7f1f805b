import Link from 'next/link';
import { Pager } from '#app/_ui/pager.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import { toEventPath, toRunPath, toTickPath } from '#app/paths.ts';
import type { Run } from '#auditor/model/run.ts';
import { listEvents } from '#auditor/query/list-events.ts';
import type { Index } from '#auditor/query/open-index.ts';

const PAGE = 100;

/** The events of one run in their order, a page at a time; the newest page first. */
export function EventsView({
  index,
  run,
  from,
}: {
  readonly index: Index;
  readonly run: Run;
  readonly from: number | undefined;
}) {
  const newestFrom = Math.max(1, run.eventCount - PAGE + 1);
  const fromEventId = Math.max(1, from ?? newestFrom);
  const events = listEvents(index, {
    workflowId: run.workflowId,
    runId: run.runId,
    fromEventId,
    limit: PAGE,
  });
  const path = `${toRunPath(run)}?view=events`;
  const last = events.at(-1);
  return (
    <section className="card overflow-x-auto" aria-label="Events">
      <table className="grid-table">
        <thead>
          <tr>
            <th className="text-right">Event</th>
            <th>Type</th>
            <th>Time (UTC)</th>
            <th className="hidden sm:table-cell">Tick</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.eventId} className="relative">
              <td className="text-right font-mono text-xs">
                <Link
                  data-row
                  prefetch={false}
                  href={toEventPath(run, event.eventId)}
                  className="after:absolute after:inset-0 hover:text-accent"
                >
                  {event.eventId}
                </Link>
              </td>
              <td className="font-mono text-xs break-all">{event.eventType}</td>
              <td className="text-ink-2">
                <TimeText time={event.eventTime} />
              </td>
              <td className="hidden sm:table-cell">
                {event.tick !== undefined && (
                  <Link prefetch={false} className="link relative" href={toTickPath(run, event.tick)}>
                    {event.tick}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="border-t border-line">
        <Pager
          shown={
            last
              ? `Events ${fromEventId}–${last.eventId} of ${run.eventCount.toLocaleString('en')}`
              : 'No event here'
          }
          newer={fromEventId < newestFrom ? `${path}&from=${fromEventId + PAGE}` : undefined}
          older={fromEventId > 1 ? `${path}&from=${Math.max(1, fromEventId - PAGE)}` : undefined}
        />
      </div>
    </section>
  );
}
