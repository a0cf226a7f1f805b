import type { Metadata } from 'next';
import Link from 'next/link';
import { RunStatusText } from '#app/_runs/run-status.tsx';
import { TickTable } from '#app/_runs/tick-table.tsx';
import { actorName } from '#app/_server/actor.ts';
import { type PageInput, readParams } from '#app/_server/page-params.ts';
import { tryIndex } from '#app/_server/shared-index.ts';
import { Card } from '#app/_ui/card.tsx';
import { PageHead } from '#app/_ui/page-head.tsx';
import { toRunPath } from '#app/paths.ts';
import { TickscopeError } from '#auditor/base/tickscope-error.ts';
import type { RunChain } from '#auditor/model/run.ts';
import { workflowIdParam } from '#auditor/query/api/parameters.ts';
import { getChain } from '#auditor/query/get-chain.ts';
import { listTicks } from '#auditor/query/list-ticks.ts';
import type { Index } from '#auditor/query/open-index.ts';
import { readAgentFacts } from '../read-agent-facts.ts';
import { AgentPanel } from './agent-panel.tsx';

const params = { workflowId: workflowIdParam };
const TICKS_SHOWN = 25;

export async function generateMetadata(props: PageInput): Promise<Metadata> {
  return { title: `${(await readParams(props.params, params)).workflowId} live` };
}

export default async function LivePage(props: PageInput) {
  const { workflowId } = await readParams(props.params, params);
  const index = tryIndex();
  const chain = index && findChain(index, workflowId);
  const fromTick = Math.max(0, (chain?.tickCount ?? 0) - TICKS_SHOWN);
  const ticks = index && chain ? listTicks(index, { workflowId, fromTick }).toReversed() : [];
  const facts = index && chain ? readAgentFacts(index, chain, ticks[0]) : {};
  const newest = chain?.runs.at(-1);
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Live', href: '/live' }]}
        title={workflowId}
        badge={chain && <RunStatusText status={chain.status} />}
        actions={
          newest && (
            <Link className="button" href={toRunPath(newest)}>
              Open the record
            </Link>
          )
        }
      />
      <AgentPanel
        workflowId={workflowId}
        changeMark={`${newest?.runId} ${newest?.eventCount} ${newest?.status}`}
        actor={actorName()}
        startingCashCents={facts.startingCashCents}
        nextTickAt={facts.nextTickAt}
      >
        <Card
          title="Ticks, newest first"
          aside={
            <span className="nums text-xs text-ink-3">
              {chain
                ? `${ticks.length} of ${chain.tickCount.toLocaleString('en')} shown`
                : 'no event of it is indexed yet'}
            </span>
          }
          flush
        >
          <TickTable workflowId={workflowId} ticks={ticks} />
        </Card>
      </AgentPanel>
    </>
  );
}

/** Absent when: nothing of it is stored yet, as in the first moment after a start. */
function findChain(index: Index, workflowId: string): RunChain | undefined {
  try {
    return getChain(index, { workflowId });
  } catch (error) {
    if (error instanceof TickscopeError && error.code === 'run-not-indexed') return undefined;
    throw error;
  }
}
