import { expect, test } from 'vitest';
import { toHistoryFileName } from './to-history-file-name.ts';

test.each([
  ['agent-1', '0198', 'agent-1.0198.history.json'],
  ['agent-1/backtest-rsi', '0198', 'agent-1_backtest-rsi.0198.history.json'],
  ['../../etc/passwd', 'r', '__.._etc_passwd.r.history.json'],
  ['a"\r\nSet-Cookie: x', 'r', 'a_Set-Cookie_x.r.history.json'],
  ['日本', 'r', '_.r.history.json'],
])('%j', (workflowId, runId, name) => {
  expect(toHistoryFileName(workflowId, runId)).toBe(name);
});
