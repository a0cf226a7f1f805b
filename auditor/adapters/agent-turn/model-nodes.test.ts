import { expect, test } from 'vitest';
import { toRunOf } from '../../decision-tree/_recorded/history-writer.ts';
import type { Decision } from '../../model/decision.ts';
import type { Json } from '../../model/history-event.ts';
import { tellTurns, toAnswerLines } from '../_recorded/agent-run.ts';
import type { AgentWriter } from '../_recorded/agent-writer.ts';
import { answer, ask } from '../_recorded/ask.ts';
import { toModelNodes } from './model-nodes.ts';
import { readTurn } from './read-turn.ts';

const toLines = (nodes: readonly Decision[], indent = ''): readonly string[] =>
  nodes.flatMap(({ title, outcome, children }) => [
    `${indent}${title}: ${outcome}`,
    ...toLines(children, `${indent}  `),
  ]);

/** A call that asks for one tool. */
function askFor(agent: AgentWriter, input: Json, tool: ReturnType<typeof ask>): void {
  const call = agent.beginCall(input);
  agent.finish(call, { result: { output: [{ type: 'function_call', ...tool }] } });
  agent.workflowTask();
}

test('an agent that ran as a tool stands under that tool, with its own tools and agents', () => {
  const [told] = tellTurns((agent) => {
    askFor(agent, 'Trip?', ask('f', 'forecaster', { input: 'Weather in Rome?' }));
    askFor(agent, 'Weather in Rome?', ask('w', 'reporter', { input: 'Sky over Rome?' }));
    agent.call({ text: 'clear' }, 'Sky over Rome?');
    agent.call({ text: 'sunny' }, answer('w', 'reporter', 'clear', { input: 'Sky over Rome?' }));
    agent.call({ text: 'Go.' }, answer('f', 'forecaster', 'sunny', { input: 'Weather in Rome?' }));
  });
  expect(toLines(told?.tick.tree ?? [])).toEqual([
    'chat: start of chat',
    'gpt-5-mini: asked for forecaster',
    '  forecaster: an agent ran as it, with 2 model calls',
    '    gpt-5-mini: asked for reporter',
    '      reporter: an agent ran as it, with 1 model call',
    '        gpt-5-mini: answered',
    '    gpt-5-mini: answered',
    'gpt-5-mini: answered',
  ]);
  expect(told && toAnswerLines(told)).toContain(
    'model: It asked for forecaster with {"input":"Weather in Rome?"}; an agent ran as it, with 2 model calls, and the model was told: “sunny”',
  );
});

test('agents within agents without end are shown flat below a depth, each call once', () => {
  const [told] = tellTurns((agent) => {
    for (let level = 0; level < 300; level += 1) {
      askFor(agent, `Q${level}`, ask(`c${level}`, 'again', { input: `Q${level + 1}` }));
    }
  });
  const turn = told && readTurn(told.span, toRunOf('chat', told.span.events), undefined);
  const lines = turn ? toLines(toModelNodes(turn)) : [];
  expect(lines.filter((line) => line.includes('asked for again'))).toHaveLength(300);
  expect(Math.max(...lines.map((line) => line.search(/\S/)))).toBe(2 * (2 * 8 + 1));
});

test('a tool of an earlier turn is told in the turn whose first call is shown its result', () => {
  const turns = tellTurns((agent) => {
    askFor(agent, 'Buy?', ask('b', 'buy', { shares: 40 }));
    agent.wait(5000).signal('approve', true);
    agent.workflowTask();
    agent.activity('buy', { shares: 40 }, { result: 'bought' });
    agent.workflowTask();
    agent.call({ text: 'Done.' }, answer('b', 'buy', 'bought', { shares: 40 }));
  });
  expect(turns.map(({ tick }) => toLines(tick.tree))).toEqual([
    ['chat: start of chat', 'gpt-5-mini: asked for buy', '  buy: no run of it is recorded in this tick'],
    ['approve: signal approve', 'buy: completed, asked for earlier', 'gpt-5-mini: answered'],
  ]);
  expect(turns.flatMap(toAnswerLines).filter((line) => line.includes('Earlier'))).toEqual([
    'known: Earlier it had asked for buy with {"shares":40}; the tool answered, and the model was told: “bought”',
  ]);
});

test('what the workflow itself answered to an earlier tool has no event but the model input', () => {
  const turns = tellTurns((agent) => {
    askFor(agent, 'Buy?', ask('b', 'buy', { shares: 40 }));
    agent.wait(5000).signal('reject', true);
    agent.workflowTask();
    agent.call({ text: 'Pity.' }, answer('b', 'buy', 'A person said no.', { shares: 40 }));
  });
  expect(turns.flatMap(({ tick }) => toLines(tick.tree)).filter((line) => line.includes('earlier'))).toEqual([
    'buy: answered inside the workflow, asked for earlier',
  ]);
});
