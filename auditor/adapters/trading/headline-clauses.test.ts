import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { pairActivities } from '../../decision-tree/activities.ts';
import { createFrameworks } from '../all-frameworks.ts';
import { TradingHistory } from './_recorded/trading-history.ts';
import {
  toApprovalClause,
  toBrokerClause,
  toDiscoveryClause,
  toModelClause,
  toRulesClause,
} from './headline-clauses.ts';
import { readTick } from './read-tick.ts';

function read(history: TradingHistory) {
  const events = history.events.map(toDecodedEvent);
  const span = { tick: history.tick, label: 'tick', status: 'open' as const, events };
  const activities = pairActivities(events);
  const modelCalls = activities.flatMap((activity) => createFrameworks().readCall(activity) ?? []);
  const rest = { workflowTasks: [], interruptions: [], toolRuns: [] };
  return readTick('r', { ...span, ...rest, activities, modelCalls }, undefined);
}

test('what is not recorded gives no clause', () => {
  const tick = read(new TradingHistory());
  expect(toRulesClause(tick)).toEqual([]);
  expect(toApprovalClause(tick)).toEqual([]);
  expect(toBrokerClause(tick, 'held')).toEqual([]);
  expect(toDiscoveryClause(tick).citations).toEqual([]);
});

test('the model’s wish is cited to its answer and to what was checked', () => {
  const clause = toModelClause(read(new TradingHistory().intend().check('allow')));
  expect(clause.text).toBe('the model asked for SELL 40 NVDA (its words below)');
  expect(clause.citations.map(({ eventId }) => eventId)).toEqual([4, 3]);
});

test('an open question is no clause; a withdrawn one is', () => {
  const history = new TradingHistory();
  history.approval('pending');
  expect(toApprovalClause(read(history))).toEqual([]);
  history.wait(2000);
  history.approval('withdrawn');
  expect(toApprovalClause(read(history))[0]?.text).toBe('the question to a person was withdrawn after 2.0 s');
});

test('an order that was given out and taken back is not told as never sent', () => {
  const withdraw = (result?: object) => {
    const history = new TradingHistory()
      .intend()
      .check('allow')
      .placeOrder({ failure: { message: 'canceled' } });
    if (result) history.activity('findOrder', {}, { result: {} });
    return toBrokerClause(read(history.note('withheld', 'halted', 'ops: drill')), 'withheld')[0];
  };
  expect(withdraw({})?.text).toBe(
    'the order was withdrawn because the agent was halted and the broker had none',
  );
  expect(withdraw()?.text).toBe(
    'the order was withdrawn because the agent was halted; whether the broker had it is not recorded',
  );
  const unsent = new TradingHistory().intend().check('allow').note('withheld', 'halted', '');
  expect(toBrokerClause(read(unsent), 'withheld')[0]?.text).toBe(
    'no order left because the agent was halted',
  );
});
