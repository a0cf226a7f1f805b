import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toShellWord, toWhyCommand } from './command-line.ts';

test('plain ids stay as they are', () => {
  expect(toWhyCommand('agent-1/backtest-rsi', '0198c2', 14)).toBe(
    'npx tickscope why agent-1/backtest-rsi --run-id 0198c2 --tick 14',
  );
});

test.each(["it's", '$(touch x)', 'a b; c', '`x`', '"', '\n', '', '-x'])(
  'a shell reads %j back unchanged',
  (word) => {
    expect(execFileSync('sh', ['-c', `printf %s ${toShellWord(word)}`], { encoding: 'utf8' })).toBe(word);
  },
);
