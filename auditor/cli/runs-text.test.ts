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
  expect(formatRuns([], plainStyle())).toBe(
    'The index holds no runs yet. Try: tickscope pull <workflow-id>\n',
  );
});

test('a run with contradicting contents is flagged', () => {
  const facts = {
    ...({ namespace: 'n', workflowId: 'w', runId: 'r', workflowType: 't', status: 'running' } as const),
  };
  const run = { ...facts, startedAt: '', firstRunId: 'r', eventCount: 1, source: 'file', conflicts: 2 };
  expect(formatRuns([{ ...RUN, runs: [run] }], plainStyle(200))).toContain('running, 2 event conflicts');
  expect(formatRuns([{ ...RUN, runs: [{ ...run, conflicts: 0 }] }], plainStyle(200))).not.toContain(
    'conflict',
  );
});
