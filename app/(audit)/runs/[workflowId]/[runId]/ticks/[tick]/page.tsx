import type { Metadata } from 'next';
import { CommandLine } from '#app/_runs/command-line-view.tsx';
import { findOr404 } from '#app/_server/find-or-404.ts';
import { type PageInput, readParams } from '#app/_server/page-params.ts';
import { readEventTypes } from '#app/_server/read-event-types.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { PageHead } from '#app/_ui/page-head.tsx';
import { ToneBadge } from '#app/_ui/tone.tsx';
import { toWhyCommand } from '#app/command-line.ts';
import { toRunPath } from '#app/paths.ts';
import { runIdParam, tickParam, workflowIdParam } from '#auditor/query/api/parameters.ts';
import { getTick } from '#auditor/query/get-tick.ts';
import { AnswerView } from './answer-view.tsx';
import { DecisionExplorer } from './decision-explorer.tsx';
import { TickActions } from './tick-actions.tsx';
import { TickFacts } from './tick-facts.tsx';

const params = { workflowId: workflowIdParam, runId: runIdParam, tick: tickParam };

export async function generateMetadata(props: PageInput): Promise<Metadata> {
  const { tick, workflowId } = await readParams(props.params, params);
  return { title: `Tick ${tick} of ${workflowId}` };
}

export default async function TickPage(props: PageInput) {
  const asked = await readParams(props.params, params);
  const index = sharedIndex();
  const { chain, tick, previous, next } = findOr404(() => getTick(index, asked));
  const eventTypes = readEventTypes(index, asked.workflowId, tick);
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Runs', href: '/runs' },
          { label: asked.workflowId, href: toRunPath({ ...asked, runId: tick.runId }) },
        ]}
        title={capitalize(tick.label)}
        badge={<ToneBadge tone={tick.tone}>{tick.outcome}</ToneBadge>}
        actions={<TickActions workflowId={asked.workflowId} tick={tick} previous={previous} next={next} />}
      />
      <TickFacts chain={chain} tick={tick} />
      <div className="mt-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.06fr)]">
        <AnswerView workflowId={asked.workflowId} answer={tick.answer} eventTypes={eventTypes} />
        <DecisionExplorer workflowId={asked.workflowId} tick={tick} eventTypes={eventTypes} />
      </div>
      <CommandLine
        says="The same answer in a terminal"
        command={toWhyCommand(asked.workflowId, tick.runId, tick.tick)}
      />
    </>
  );
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
