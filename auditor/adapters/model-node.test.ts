import { expect, test } from 'vitest';
import { tellTurns } from './_recorded/agent-run.ts';
import { answer, ask } from './_recorded/ask.ts';
import { findNode } from './trading/_recorded/explain-history.ts';
import { TradingHistory } from './trading/_recorded/trading-history.ts';

const HANDOFF = ask('h1', 'transfer_to_Billing');
const TOOL = { callId: 'c1', name: 'getPriceHistory', arguments: '{"tick":14}' };

test('a model call states its model, its tokens and its answer', () => {
  const node = findNode(
    new TradingHistory().waitForTick().observe().intend({ action: 'HOLD' }),
    'model-call',
  );
  expect(node).toMatchObject({ title: 'gpt-5-mini', outcome: 'HOLD', tone: 'neutral' });
  const facts = new Map(node?.facts.map(({ name, value, unit }) => [name, [value, unit]]));
  expect(facts.get('input tokens')).toEqual([100, 'tokens']);
  expect(facts.get('cache-read tokens')).toEqual([0, 'tokens']);
  expect(facts.has('reasoning tokens')).toBe(false);
  expect(facts.get('response model')).toEqual(['gpt-5-mini-2026', undefined]);
});

test('a tool call is a child, with its activity where one ran', () => {
  const history = new TradingHistory().waitForTick().askModel({ tools: [TOOL] });
  history.activity('getPriceHistory', { tick: 14 }, { attempt: 2, lastFailure: { message: 'x' } });
  const [child] = findNode(history, 'model-call')?.children ?? [];
  expect(child).toMatchObject({
    kind: 'tool-call',
    title: 'getPriceHistory',
    outcome: 'completed',
    attempt: 2,
  });
});

test('a tool without an activity says that none is recorded', () => {
  const node = findNode(new TradingHistory().waitForTick().askModel({ tools: [TOOL] }), 'model-call');
  expect(node?.outcome).toBe('asked for getPriceHistory');
  expect(node?.children).toMatchObject([{ outcome: 'no run of it is recorded in this tick', tone: 'warn' }]);
});

test('a result that the framework tells as an error stands out', () => {
  const [told] = tellTurns((agent) => {
    const asked = { type: 'apply_patch_call', callId: 'p', operation: { type: 'delete_file', path: 'x' } };
    const call = agent.beginCall('Tidy up.');
    agent.finish(call, { result: { output: [asked] } });
    agent.workflowTask();
    const result = { type: 'apply_patch_call_output', callId: 'p', status: 'failed', output: 'no such file' };
    agent.call({ text: 'Pity.' }, [asked, result]);
  });
  const call = told?.tick.tree.find(({ kind }) => kind === 'model-call');
  expect(call?.children).toMatchObject([
    { title: 'apply_patch', outcome: 'answered inside the workflow, as an error', tone: 'warn' },
  ]);
});

test('a tool that the provider ran itself is its child, too, and asks nothing of the workflow', () => {
  const [told] = tellTurns((agent) => {
    const request = { input: 'NVDA?' };
    const call = agent.schedule('invokeModelActivity', { modelName: 'gpt-5-mini', request });
    const tool = { type: 'mcp_call', id: 'm', name: 'price', arguments: '{"s":"NVDA"}' };
    const output = [
      { ...tool, output: '101.5' },
      { ...tool, output: null, error: 'no' },
    ];
    agent.finish(call, { result: { output } });
  });
  const call = told?.tick.tree.find(({ kind }) => kind === 'model-call');
  expect(call).toMatchObject({
    outcome: 'answered without text',
    children: [
      { title: 'price', outcome: 'run by the provider itself', tone: 'neutral' },
      { title: 'price', outcome: 'run by the provider itself, where it failed', tone: 'warn' },
    ],
  });
  const facts = call?.children[0]?.facts.map(({ name, value }) => [name, value]);
  expect(facts).toEqual([
    ['arguments', { s: 'NVDA' }],
    ['told to the model', '101.5'],
  ]);
  const said = told?.tick.answer.sections.flatMap(({ statements }) => statements.map(({ text }) => text));
  expect(said).toContainEqual(
    'It asked for price with {"s":"NVDA"}; it was run by the provider itself, and the model was told:',
  );
});

test('a handoff is told from a tool by how it was offered', () => {
  const [told] = tellTurns((agent) => {
    const handoffs = [{ toolName: 'transfer_to_Billing' }];
    const request = { input: 'My bill?', handoffs };
    const call = agent.schedule('invokeModelActivity', { modelName: 'gpt-5-mini', request });
    agent.finish(call, { result: { output: [{ type: 'function_call', ...HANDOFF }] } });
    agent.workflowTask();
    agent.call({ text: 'Paid.' }, answer('h1', 'transfer_to_Billing', '{"assistant":"Billing"}'));
  });
  const call = told?.tick.tree.find(({ kind }) => kind === 'model-call');
  expect(call?.children).toMatchObject([
    { title: 'transfer_to_Billing', outcome: 'handed over to another agent', tone: 'neutral' },
  ]);
  expect(call?.children[0]?.facts[0]).toMatchObject({ name: 'offered as', value: 'handoff' });
});
