import Link from 'next/link';
import { CopyAddressButton } from '#app/_ui/copy-address-button.tsx';
import { toHistoryPath, toTickPath, toTwinPath } from '#app/paths.ts';
import type { TickSummary } from '#auditor/model/tick.ts';

/** The ways on from a tick: its neighbours, its address, its JSON twin, the history that proves it. */
export function TickActions({
  workflowId,
  tick,
  previous,
  next,
}: {
  readonly workflowId: string;
  readonly tick: TickSummary;
  readonly previous: TickSummary | undefined;
  readonly next: TickSummary | undefined;
}) {
  const place = { workflowId, runId: tick.runId };
  return (
    <>
      <Neighbour workflowId={workflowId} tick={previous} keyName="," label="Previous" />
      <Neighbour workflowId={workflowId} tick={next} keyName="." label="Next" />
      <CopyAddressButton />
      <a className="button" href={toTwinPath(toTickPath(place, tick.tick))}>
        JSON
      </a>
      <a className="button" data-key="d" href={toHistoryPath(place)} download>
        Download history
      </a>
    </>
  );
}

function Neighbour({
  workflowId,
  tick,
  keyName,
  label,
}: {
  readonly workflowId: string;
  readonly tick: TickSummary | undefined;
  readonly keyName: string;
  readonly label: string;
}) {
  if (!tick) {
    return (
      <button type="button" className="button" disabled>
        {label}
      </button>
    );
  }
  return (
    <Link
      className="button"
      data-key={keyName}
      prefetch={false}
      href={toTickPath({ workflowId, runId: tick.runId }, tick.tick)}
      title={`${tick.label}: ${tick.outcome} (key ${keyName})`}
    >
      {label}
    </Link>
  );
}
