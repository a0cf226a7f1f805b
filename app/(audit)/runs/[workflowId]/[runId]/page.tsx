import type { Metadata } from 'next';
import { z } from 'zod';
import { RunStatusText } from '#app/_runs/run-status.tsx';
import { findOr404 } from '#app/_server/find-or-404.ts';
import { type PageInput, readParams, readQuery } from '#app/_server/page-params.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { CopyAddressButton } from '#app/_ui/copy-address-button.tsx';
import { PageHead } from '#app/_ui/page-head.tsx';
import { Tabs } from '#app/_ui/tabs.tsx';
import { toHistoryPath, toRunPath, toTwinPath } from '#app/paths.ts';
import { runIdParam, workflowIdParam } from '#auditor/query/api/parameters.ts';
import { getChain } from '#auditor/query/get-chain.ts';
import { ChainFacts } from './chain-facts.tsx';
import { EventsView } from './events-view.tsx';
import { RunsView } from './runs-view.tsx';
import { TicksView } from './ticks-view.tsx';

const params = { workflowId: workflowIdParam, runId: runIdParam };
const query = z.object({
  view: z.enum(['ticks', 'events', 'runs']).catch('ticks'),
  from: z.coerce.number().int().min(0).optional().catch(undefined),
});

export async function generateMetadata(props: PageInput): Promise<Metadata> {
  return { title: (await readParams(props.params, params)).workflowId };
}

export default async function RunPage(props: PageInput) {
  const place = await readParams(props.params, params);
  const { view, from } = await readQuery(props.searchParams, query);
  const index = sharedIndex();
  const chain = findOr404(() => getChain(index, place));
  const run = chain.runs.find((one) => one.runId === place.runId);
  if (!run) throw new Error(`getChain gave a chain without run ${place.runId}`);
  const path = toRunPath(place);
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Runs', href: '/runs' }]}
        title={place.workflowId}
        badge={<RunStatusText status={chain.status} />}
        actions={
          <>
            <CopyAddressButton />
            <a className="button" href={toTwinPath(path)}>
              JSON
            </a>
            <a className="button button-main" data-key="d" href={toHistoryPath(place)} download>
              Download history
            </a>
          </>
        }
      />
      <ChainFacts chain={chain} run={run} nowMs={Date.now()} />
      <Tabs
        label="Views of the run"
        at={view}
        tabs={[
          { id: 'ticks', href: path, label: 'Ticks', count: chain.tickCount },
          { id: 'events', href: `${path}?view=events`, label: 'Events', count: run.eventCount },
          { id: 'runs', href: `${path}?view=runs`, label: 'Runs of the chain', count: chain.runs.length },
        ]}
      />
      {view === 'ticks' && <TicksView index={index} chain={chain} place={place} from={from} />}
      {view === 'events' && <EventsView index={index} run={run} from={from} />}
      {view === 'runs' && <RunsView chain={chain} at={place.runId} />}
    </>
  );
}
