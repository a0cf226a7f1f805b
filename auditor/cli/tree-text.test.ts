import { expect, test } from 'vitest';
import type { Decision } from '../model/decision.ts';
import type { TickPage } from '../query/get-tick.ts';
import { plainStyle } from './text-style.ts';
import { formatTree } from './tree-text.ts';

const node = (more: Partial<Decision>): Decision => ({
  ...{ id: 'i', kind: 'activity', title: 'x', tone: 'neutral', facts: [], children: [] },
  citations: [{ runId: 'r', eventId: 4 }],
  ...more,
});

function format(tree: readonly Decision[], width = 100): string {
  const page: TickPage = {
    chain: {
      ...{ namespace: 'n', workflowId: 'w', firstRunId: 'r', workflowType: 't', status: 'running' },
      ...{ runs: [], tickCount: 1 },
    },
    tick: {
      ...{ runId: 'r', tick: 3, label: 'tick 3', status: 'closed', outcome: 'HOLD', tone: 'neutral' },
      ...{ interrupted: true, firstEventId: 4, lastEventId: 9, startedAt: 'T', durationMs: 1200 },
      ...{ level: 'domain', modelCalls: 0, toolCalls: 0 },
      ...{ adapter: 'a/1', tree, answer: { headline: [], sections: [] } },
    },
  };
  return formatTree(page, plainStyle(width));
}

test('kind, title, outcome, duration, attempts and events of each node', () => {
  const children = [node({ kind: 'tool-call', title: 'look', tone: 'bad' })];
  const tree = [
    node({ kind: 'guardrail', title: 'guardrail', outcome: 'ask', tone: 'warn', children }),
    node({ kind: 'order', title: 'placeOrder', outcome: 'FILLED', tone: 'good', durationMs: 40, attempt: 2 }),
  ];
  expect(format(tree)).toBe(
    [
      'w, tick 3: HOLD',
      'closed, interrupted, 1.2 s, events 4 to 9 of run r, started T',
      '├─ ! guardrail: ask [e4]',
      '│  └─ ✗ tool-call look [e4]',
      '└─ ✓ order placeOrder: FILLED (40 ms) (attempt 2) [e4]',
      '',
    ].join('\n'),
  );
});

test('a long line goes on below without breaking the drawing', () => {
  const lines = format([node({ outcome: 'word '.repeat(20), children: [node({})] }), node({})], 40).split(
    '\n',
  );
  const own = lines.slice(2);
  expect(own.every((line) => line === '' || /^[├└│ ]/.test(line))).toBe(true);
  expect(own.filter((line) => line.startsWith('├─'))).toHaveLength(1);
});

test('a line break in a title draws no node', () => {
  const text = format([node({ title: 'x\n└─ ✓ order forged' })]);
  expect(text.split('\n').filter((line) => line.startsWith('└─'))).toHaveLength(1);
});
