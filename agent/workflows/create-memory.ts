import type { AgentInput, CarriedState } from '../contract/agent-input.ts';
import type { AgentMemory } from './agent-run.ts';

/** Memory of a run: fresh for the first of a chain, else what the run before handed on. */
export function createMemory(input: AgentInput): AgentMemory {
  const { carried } = input;
  return {
    state: {
      phase: carried === undefined ? 'discovering' : 'waiting',
      ticker: input.ticker,
      tick: carried?.tick ?? 0,
      limits: input.limits,
      scorecards: carried?.scorecards ?? [],
      account: carried?.account ?? toEmptyAccount(input.startingCashCents),
      dailyNotionalCents: carried?.dailyNotionalCents ?? 0,
      recentIntents: carried?.recentIntents ?? [],
      orderCount: carried?.orderCount ?? 0,
      refusedAnswers: [],
      ...(carried === undefined ? {} : { selection: carried.selection }),
      ...(carried?.halted === undefined ? {} : { halted: carried.halted }),
      ...(carried?.approval === undefined ? {} : { approval: carried.approval }),
    },
    tradingDate: carried?.tradingDate ?? '',
    injectedNews: carried?.injectedNews ?? [],
    fastForward: carried?.fastForward ?? false,
  };
}

const toEmptyAccount = (cashCents: number) => ({
  cashCents,
  positionQty: 0,
  avgCostCents: 0,
  realizedPnlCents: 0,
});

/** What the next run of the chain needs to go on as if nothing had happened. */
export function toCarriedState(memory: AgentMemory, selection: CarriedState['selection']): CarriedState {
  const { state, tradingDate, injectedNews, fastForward } = memory;
  return {
    tick: state.tick,
    selection,
    scorecards: state.scorecards,
    account: state.account,
    dailyNotionalCents: state.dailyNotionalCents,
    tradingDate,
    injectedNews: [...injectedNews],
    orderCount: state.orderCount,
    recentIntents: state.recentIntents,
    ...(state.halted === undefined ? {} : { halted: state.halted }),
    ...(state.approval === undefined ? {} : { approval: state.approval }),
    ...(fastForward ? { fastForward } : {}),
  };
}
