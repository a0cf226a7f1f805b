import Link from 'next/link';
import { CopyAddressButton } from '#app/_ui/copy-address-button.tsx';
import { toEventPath, toTwinPath } from '#app/paths.ts';

/** The neighbours of an event, its address and its JSON twin. */
export function EventActions({
  place,
  eventId,
  eventCount,
}: {
  readonly place: { readonly workflowId: string; readonly runId: string };
  readonly eventId: number;
  readonly eventCount: number;
}) {
  return (
    <>
      {eventId > 1 && (
        <Link className="button" data-key="," prefetch={false} href={toEventPath(place, eventId - 1)}>
          Event {eventId - 1}
        </Link>
      )}
      {eventId < eventCount && (
        <Link className="button" data-key="." prefetch={false} href={toEventPath(place, eventId + 1)}>
          Event {eventId + 1}
        </Link>
      )}
      <CopyAddressButton />
      <a className="button" href={toTwinPath(toEventPath(place, eventId))}>
        JSON
      </a>
    </>
  );
}
