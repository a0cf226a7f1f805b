import type { Metadata } from 'next';
import Link from 'next/link';
import { z } from 'zod';
import { findOr404 } from '#app/_server/find-or-404.ts';
import { type PageInput, readParams, readQuery } from '#app/_server/page-params.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { Card } from '#app/_ui/card.tsx';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import { JsonView } from '#app/_ui/json-view.tsx';
import { PageHead } from '#app/_ui/page-head.tsx';
import { toRunPath, toTickPath } from '#app/paths.ts';
import { eventIdParam, pointerParam, runIdParam, workflowIdParam } from '#auditor/query/api/parameters.ts';
import { getChain } from '#auditor/query/get-chain.ts';
import { getEvent } from '#auditor/query/get-event.ts';
import { EventActions } from './event-actions.tsx';
import { EventFacts } from './event-facts.tsx';

const query = z.object({ pointer: pointerParam.optional().catch(undefined) });
const params = { workflowId: workflowIdParam, runId: runIdParam, eventId: eventIdParam };

export async function generateMetadata(props: PageInput): Promise<Metadata> {
  const { eventId, workflowId } = await readParams(props.params, params);
  return { title: `Event ${eventId} of ${workflowId}` };
}

export default async function EventPage(props: PageInput) {
  const place = await readParams(props.params, params);
  const { pointer } = await readQuery(props.searchParams, query);
  const index = sharedIndex();
  const stored = findOr404(() => getEvent(index, place));
  const run = getChain(index, place).runs.find((one) => one.runId === place.runId);
  const raw = JSON.stringify(stored.event);
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Runs', href: '/runs' },
          { label: place.workflowId, href: toRunPath(place) },
          {
            label: 'Events',
            href: `${toRunPath(place)}?view=events&from=${Math.max(1, place.eventId - 10)}`,
          },
        ]}
        title={`Event ${place.eventId}`}
        badge={
          stored.tick !== undefined && (
            <Link className="link" href={toTickPath(place, stored.tick)}>
              tick {stored.tick}
            </Link>
          )
        }
        actions={
          <EventActions place={place} eventId={place.eventId} eventCount={run?.eventCount ?? place.eventId} />
        }
      />
      <EventFacts stored={stored} pointer={pointer} />
      <div className="mt-4 grid items-start gap-4">
        <Card title="Decoded: payloads replaced by their values" flush>
          <JsonView label="Decoded event" value={stored.decoded} pointer={pointer} />
        </Card>
        <Card
          title="As stored: canonical JSON (RFC 8785)"
          aside={
            <CopyButton className="link text-xs" text={raw}>
              Copy
            </CopyButton>
          }
          flush
        >
          <JsonView label="Stored event" value={stored.event} />
        </Card>
      </div>
    </>
  );
}
