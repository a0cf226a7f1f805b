import { expect, test } from 'vitest';
import type { RunListItem } from '../query/list-runs.ts';
import { formatRuns } from './runs-text.ts';
import { plainStyle } from './text-style.ts';

const RUN: RunListItem = {
  ...{ namespace: 'n', workflowId: 'w', firstRunId: 'r', workflowType: 't', status: 'running', runs: [] },
  ...{ tickCount: 0, startedAt: '2026-01-01T00:00:00Z', lastEventTime: '2026-01-01T00:00:09Z' },
};

test('a line per run', () => {
  expect(formatRuns([RUN], plainStyle(200))).toBe(
    [
      'workflow id  type  status   ticks  last tick  started               last event',
      'w            t     running  0      none       2026-01-01T00:00:00Z  2026-01-01T00:00:09Z',
      '',
    ].join('\n'),
  );
});

test('no runs: what to do', () => {
  expect(formatRuns([], plainStyle())).toBe('No run fits. To fill the index: tickscope pull <workflow-id>\n');
});

test('a run with contradicting contents is flagged', () => {
  const facts = {
    ...({ namespace: 'n', workflowId: 'w', runId: 'r', workflowType: 't', status: 'running' } as const),
  };
  const run = {
    ...facts,
    startedAt: '',
    firstRunId: 'r',
    eventCount: 1,
    source: 'file',
    conflicts: 2,
    modelCalls: 0,
    toolCalls: 0,
  };
  expect(formatRuns([{ ...RUN, runs: [run] }], plainStyle(200))).toContain('running, 2 event conflicts');
  expect(formatRuns([{ ...RUN, runs: [{ ...run, conflicts: 0 }] }], plainStyle(200))).not.toContain(
    'conflict',
  );
});

test('calls, tokens, lag and what is lost stand in columns of their own, where there is any', () => {
  const facts = {
    namespace: 'n',
    workflowId: 'w',
    runId: 'r',
    workflowType: 't',
    status: 'running',
  } as const;
  const kept = {
    firstRunId: 'r',
    eventCount: 1,
    source: 'server',
    conflicts: 0,
    lagMs: 320,
    lostFromEventId: 12,
  };
  const sums = { modelCalls: 3, toolCalls: 2, inputTokens: 12400, outputTokens: 310 };
  const text = formatRuns(
    [{ ...RUN, runs: [{ ...facts, ...kept, ...sums, startedAt: '' }] }],
    plainStyle(240),
  );
  expect(text).toContain('tokens in/out');
  expect(text).toMatch(/ 3 +2 +12,400\/310 .* lost from event 12 of run r, lag 320 ms\n$/);
});
