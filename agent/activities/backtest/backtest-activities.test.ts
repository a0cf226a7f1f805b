import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, it } from 'vitest';
import type { SandboxErrorCode, SandboxResult } from '../../../sandbox/protocol.ts';
import { CANDIDATE_STRATEGIES } from '../../contract/default-input.ts';
import { createBacktestActivities } from './backtest-activities.ts';

const [strategy] = CANDIDATE_STRATEGIES;
const bars = { symbol: 'NVDA', epochDays: [1], closeCents: [100], source: 'mock' };

async function runWith(result: SandboxResult): Promise<unknown> {
  if (strategy === undefined) throw new Error('there are no candidates');
  const { runBacktest } = createBacktestActivities({
    runner: { isolation: 'test', run: async () => result },
  });
  return new MockActivityEnvironment()
    .run(() => runBacktest({ strategy, bars }))
    .catch((error: unknown) => error);
}

it.each<[SandboxErrorCode, boolean]>([
  ['program', true],
  ['time-limit', false],
  ['output-limit', false],
  ['crashed', false],
  ['reply-malformed', false],
])('fails by %s, final: %s', async (code, nonRetryable) => {
  const failure = await runWith({ kind: 'error', code, message: 'what happened' });
  expect(failure).toMatchObject({ type: `Backtest.${code}`, message: 'what happened', nonRetryable });
});
