import { toRunOf } from '../../decision-tree/_recorded/history-writer.ts';
import { createUnderstanding } from '../all-adapters.ts';
import { AgentWriter } from './agent-writer.ts';
import { type ToldTick, tellTicks } from './tell-ticks.ts';

/** Turns of an agent whose history begins with a start and a workflow task. */
export function tellTurns(plan: (agent: AgentWriter) => void, input: string = 'Hello'): readonly ToldTick[] {
  const agent = new AgentWriter();
  agent.start('chat', input);
  agent.workflowTask();
  plan(agent);
  const { events } = agent;
  const adapter = createUnderstanding().adapterFor({ workflowType: 'chat' }, { hasModelCalls: true });
  return tellTicks({ run: toRunOf('chat', events), adapter, events });
}

/** An answer as lines, to be compared as text. */
export function toAnswerLines({ tick: { answer } }: ToldTick): readonly string[] {
  const toLine = ({ text, quote }: { readonly text: string; readonly quote?: string }) =>
    quote === undefined ? text : `${text} “${quote}”`;
  return [
    ...answer.headline.map(toLine),
    ...answer.sections.flatMap(({ id, statements }) =>
      statements.map((statement) => `${id}: ${toLine(statement)}`),
    ),
  ];
}
