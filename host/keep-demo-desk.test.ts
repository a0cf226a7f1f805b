import { expect, test } from 'vitest';
import { AgentClientError, type AgentClientErrorCode } from '#agent/client/agent-client-error.ts';
import type { AgentState } from '#agent/contract/agent-state.ts';
import type { ApprovalAnswer } from '#agent/contract/approval.ts';
import { toAgentInput } from '#agent/contract/default-input.ts';
import { attendDemo } from './attend-demo.ts';
import { createDemoDesk } from './demo-desk.ts';
import { keepDemoDesk } from './keep-demo-desk.ts';

const request = {
  tradeId: 'demo-nvda-t3',
  tick: 3,
  order: {
    clOrdId: 'c',
    tradeId: 'demo-nvda-t3',
    account: 'demo-nvda',
    symbol: 'NVDA',
    side: 'SELL',
    orderQty: 10,
    priceCents: 100_00,
  },
  context: {
    priceCents: 100_00,
    asOf: '2026-01-02T00:00:00Z',
    notionalCents: 1000_00,
    sentimentScore: 0,
    headlines: [],
    rationale: '',
    askedBy: ['sell-needs-approval'],
    positionQty: 10,
    cashCents: 0,
  },
  policyVersion: 'p',
  requestedAt: '2026-01-02T00:00:00Z',
  expiresAt: '2026-01-02T00:02:00Z',
  orderHash: 'hash-1',
} as const;

const toState = (phase: AgentState['phase']): AgentState => ({
  phase,
  ticker: 'NVDA',
  tick: 3,
  limits: toAgentInput({ ticker: 'NVDA', startedBy: 'test' }).limits,
  scorecards: [],
  account: { cashCents: 0, positionQty: 10, avgCostCents: 0, realizedPnlCents: 0 },
  dailyNotionalCents: 0,
  approval: {
    request: { ...request, context: { ...request.context, headlines: [], askedBy: [] } },
    status: 'pending',
    refused: [],
  },
  recentIntents: [],
  orderCount: 0,
  refusedAnswers: [],
});

const fail = (code: AgentClientErrorCode): never => {
  throw new AgentClientError(code, 'away');
};

/** Plays one step per look; the steps after the last find no run. Each look is 20 s after the one before. */
async function keep(steps: readonly (AgentState['phase'] | AgentClientErrorCode)[], failedSends = 0) {
  let looks = 0;
  let sends = 0;
  const sent: [string, ApprovalAnswer['orderHash']][] = [];
  const said: string[] = [];
  const take = (decision: string) => async (_workflowId: string, answer: ApprovalAnswer) => {
    sends += 1;
    if (sends <= failedSends) fail('unreachable');
    sent.push([decision, answer.orderHash]);
  };
  await keepDemoDesk({
    client: {
      getState: async () => {
        const step = steps[looks++] ?? 'not-found';
        if (
          step === 'unreachable' ||
          step === 'not-found' ||
          step === 'refused' ||
          step === 'already-running'
        )
          return fail(step);
        return toState(step);
      },
      approveTrade: take('approve'),
      rejectTrade: take('reject'),
    },
    desk: createDemoDesk(),
    say: (text) => said.push(text),
    pause: async () => {},
    now: () => looks * 20_000,
  });
  return { looks, sent, said };
}

const WAITS = 'awaiting-approval';

test('a server that is away for a while does not end the desk', async () => {
  const away = Array.from({ length: 20 }, () => 'unreachable' as const);
  const { sent } = await keep([WAITS, ...away, 'refused', WAITS, 'stopped']);
  expect(sent).toEqual([['approve', 'hash-1']]);
});

test('an answer that was not delivered is given again, the same one', async () => {
  const { sent, said } = await keep([WAITS, WAITS, WAITS, WAITS, 'stopped'], 1);
  expect(sent).toEqual([['approve', 'hash-1']]);
  expect(said).toHaveLength(1);
});

test.each(['stopped', 'failed'] as const)('a run that has %s is over at once', async (phase) => {
  expect(await keep([WAITS, phase, WAITS, WAITS, WAITS])).toMatchObject({ looks: 2, sent: [] });
});

test('a run that is not there for five looks is over', async () => {
  expect(await keep([])).toMatchObject({ looks: 5 });
  expect(await keep(['not-found', 'not-found', WAITS])).toMatchObject({ looks: 8 });
});

test('the connection is closed also when the demo cannot be started', async () => {
  let closed = 0;
  const unable = async (): Promise<never> => fail('unreachable');
  const client = {
    startAgent: unable,
    approveTrade: unable,
    rejectTrade: unable,
    getState: unable,
    listAgents: unable,
    close: async () => {
      closed += 1;
    },
  };
  const said: string[] = [];
  await attendDemo(
    (text) => said.push(text),
    undefined,
    async () => client,
  );
  expect(closed).toBe(1);
  expect(said).toEqual(['the demo is not attended: away']);
});
