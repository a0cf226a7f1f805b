import { formatDurationMs } from '#app/_ui/format-time.ts';
import { TimeText } from '#app/_ui/time-text.tsx';
import { ToneText } from '#app/_ui/tone.tsx';
import { getIndexStatus } from '#auditor/query/get-index-status.ts';
import type { Index } from '#auditor/query/open-index.ts';

/** What is stored later than this was there before the follower was: its age says nothing about it. */
const FOLLOWED_MS = 3_600_000;

/** How much is stored, how fresh it is, and whether an event ever came twice with different content. */
export function IndexFacts({ index }: { readonly index: Index }) {
  const status = getIndexStatus(index);
  return (
    <dl className="nums grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 [&>dd]:text-right [&>dt]:text-ink-2">
      <dt>Runs</dt>
      <dd>{status.runCount.toLocaleString('en')}</dd>
      <dt>Events</dt>
      <dd>{status.eventCount.toLocaleString('en')}</dd>
      <dt>Newest event</dt>
      <dd>
        {status.newestEventTime === undefined ? 'none yet' : <TimeText time={status.newestEventTime} full />}
      </dd>
      {status.lagMs !== undefined && status.lagMs < FOLLOWED_MS && (
        <>
          <dt>Stored after</dt>
          <dd>{formatDurationMs(Math.max(0, status.lagMs))}</dd>
        </>
      )}
      <dt>Conflicting events</dt>
      <dd>
        <ToneText tone={status.conflictCount === 0 ? 'good' : 'bad'}>
          {status.conflictCount === 0 ? 'none' : status.conflictCount.toLocaleString('en')}
        </ToneText>
      </dd>
    </dl>
  );
}
