import { expect, test } from 'vitest';
import type { ChainRun } from '#auditor/model/run.ts';
import { toChainNotes, toRunNotes } from './run-notes.ts';

const RUN: ChainRun = {
  ...{ namespace: 'default', workflowId: 'agent-1', runId: 'r1', firstRunId: 'r1' },
  ...{ workflowType: 'agent', status: 'running', startedAt: '2026-08-03T14:30:00Z' },
  ...{ eventCount: 7, source: 'server', conflicts: 0, modelCalls: 0, toolCalls: 0 },
};

const toText = ({ short, rest }: { readonly short: string; readonly rest: string }) => `${short}: ${rest}`;

test('a faithful copy needs no note', () => {
  expect(toRunNotes(RUN)).toEqual([]);
});

test('conflicts, loss and what cannot be replayed are said in words, alarms first', () => {
  const run = { ...RUN, conflicts: 2, lostFromEventId: 4096, viewOnly: 'written by the web UI' };
  expect(toRunNotes(run).map(toText)).toEqual([
    '2 event conflicts: both contents are kept',
    'lost from event 4,096: the server no longer has the rest',
    'view only: written by the web UI',
  ]);
  expect(toRunNotes({ ...RUN, conflicts: 1 })[0]?.short).toBe('1 event conflict');
});

test('a chain adds up its conflicts and says the same thing once', () => {
  const runs = [
    { ...RUN, viewOnly: 'cloud export' },
    { ...RUN, runId: 'r2', viewOnly: 'cloud export', conflicts: 3 },
  ];
  expect(toChainNotes(runs).map(toText)).toEqual([
    '3 event conflicts: both contents are kept',
    'view only: cloud export',
  ]);
});
