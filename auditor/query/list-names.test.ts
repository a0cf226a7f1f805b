import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { listNames } from './list-names.ts';

const builder = new IndexBuilder();
builder.run({ workflowId: 'trader-2', runId: 'b' });
builder.run({ workflowId: 'trader-1', runId: 'a' });
builder.run({ workflowId: 'trader-1', runId: 'c', startedAt: '2026-02-01T00:00:00Z' });
builder.run({ workflowId: 'über', runId: 'd', namespace: 'prod', workflowType: 'other' });
const index = builder.open();
afterAll(() => builder.close());

const names = (kind: Parameters<typeof listNames>[1]['kind'], prefix: string, limit = 10) =>
  listNames(index, { kind, prefix, limit });

test('each name once, by its text, up to a limit', () => {
  expect(names('workflow_id', 'tr')).toEqual(['trader-1', 'trader-2']);
  expect(names('workflow_id', '', 1)).toEqual(['trader-1']);
  expect(names('workflow_id', 'über')).toEqual(['über']);
  expect(names('namespace', '')).toEqual(['default', 'prod']);
  expect(names('workflow_type', 'o')).toEqual(['other']);
  expect(names('run_id', 'c')).toEqual(['c']);
});

test('a prefix is only a text', () => {
  expect(names('workflow_id', "' OR 1=1 --")).toEqual([]);
  expect(names('workflow_id', '%')).toEqual([]);
});
