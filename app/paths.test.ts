import { expect, test } from 'vitest';
import { toActionPath, toEventPath, toHistoryPath, toRunPath, toTickPath, toTwinPath } from './paths.ts';

const child = { workflowId: 'agent-1/backtest-rsi 14?#%', runId: 'r/1' };

test('a workflow id of any characters stays one part of the address', () => {
  const path = toRunPath(child);
  expect(path).toBe('/runs/agent-1%2Fbacktest-rsi%2014%3F%23%25/r%2F1');
  const { pathname, search, hash } = new URL(path, 'http://localhost');
  expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'runs', child.workflowId, child.runId]);
  expect(search + hash).toBe('');
});

test('the twin of a page is the same address below the API', () => {
  expect(toTwinPath(toTickPath({ workflowId: 'a', runId: 'b' }, 14))).toBe('/api/audit/runs/a/b/ticks/14');
  expect(toHistoryPath({ workflowId: 'a', runId: 'b' })).toBe('/api/audit/runs/a/b/history');
  expect(toActionPath('a/b', 'halt')).toBe('/api/agent/a%2Fb/halt');
});

test('a pointer survives the way through the address', () => {
  const path = toEventPath({ workflowId: 'a', runId: 'b' }, 7, '/x~1y/0 &');
  expect(new URL(path, 'http://localhost').searchParams.get('pointer')).toBe('/x~1y/0 &');
  expect(toEventPath({ workflowId: 'a', runId: 'b' }, 7)).toBe('/runs/a/b/events/7');
});
