import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { pairActivities } from '../../decision-tree/activities.ts';
import type { Carry } from '../../model/adapter.ts';
import { createFrameworks } from '../all-frameworks.ts';
import { TradingHistory } from './_recorded/trading-history.ts';
import { conclude } from './conclude.ts';
import { readTick } from './read-tick.ts';

function concludeOf(history: TradingHistory, status: 'open' | 'closed' = 'open', carry?: Carry) {
  const events = history.events.map(toDecodedEvent);
  const activities = pairActivities(events);
  const span = {
    ...{ tick: history.tick, label: `tick ${history.tick}`, status, events, activities },
    ...{ workflowTasks: [], interruptions: [], toolRuns: [] },
    modelCalls: activities.flatMap((activity) => createFrameworks().readCall(activity) ?? []),
  };
  const conclusion = conclude(readTick('r', span, carry));
  return 'during' in conclusion ? [conclusion.kind, conclusion.during] : [conclusion.kind];
}

const upToCheck = (outcome: 'allow' | 'ask' | 'block') =>
  new TradingHistory().waitForTick().observe().intend().check(outcome);

test('an unfinished tick is as far as its last step', () => {
  expect(concludeOf(new TradingHistory())).toEqual(['in-progress', 'waiting']);
  expect(concludeOf(new TradingHistory().waitForTick().observe())).toEqual(['in-progress', 'observing']);
  const asked = new TradingHistory().waitForTick().observe();
  asked.schedule('invokeModelActivity', { request: {} });
  expect(concludeOf(asked)).toEqual(['in-progress', 'deciding']);
  const ordered = upToCheck('allow');
  ordered.schedule('placeOrder', ordered.order());
  expect(concludeOf(ordered)).toEqual(['in-progress', 'ordering']);
});

test('a closed tick without an outcome says how far it came', () => {
  expect(concludeOf(new TradingHistory().waitForTick().observe(), 'closed')).toEqual(['ended', 'observing']);
});

test('HOLD needs no guardrail; a wish to trade does', () => {
  const upTo = (action: string) => new TradingHistory().waitForTick().observe().intend({ action });
  expect(concludeOf(upTo('HOLD'))).toEqual(['held']);
  expect(concludeOf(upTo('BUY'))).toEqual(['in-progress', 'deciding']);
});

test('blocked, asked, answered, timed out, withdrawn', () => {
  expect(concludeOf(upToCheck('block'))).toEqual(['blocked']);
  const asked = upToCheck('ask');
  asked.approval('pending');
  expect(concludeOf(asked)).toEqual(['in-progress', 'awaiting-approval']);
  for (const [status, expected] of [
    ['approved', ['in-progress', 'ordering']],
    ['rejected', ['approval-rejected']],
    ['timed-out', ['approval-timed-out']],
    ['withdrawn', ['withheld']],
  ] as const) {
    const answered = upToCheck('ask');
    answered.approval('pending');
    answered.approval(status);
    expect(concludeOf(answered)).toEqual(expected);
  }
});

test('the broker has the last word, also when it had to be asked a second time', () => {
  expect(concludeOf(upToCheck('allow').placeOrder())).toEqual(['filled']);
  expect(concludeOf(upToCheck('allow').placeOrder({}, { ordStatus: 'REJECTED' }))).toEqual([
    'order-rejected',
  ]);
  const found = upToCheck('allow').placeOrder({ failure: { message: 'canceled' } });
  found.activity('findOrder', {}, { result: {} });
  found.note('withheld', 'halted', 'ops: drill');
  expect(concludeOf(found)).toEqual(['withheld']);
});

test('the agent’s own note counts where nothing else does, but only for its own tick', () => {
  expect(concludeOf(new TradingHistory().waitForTick().note('failed', 'market-data', 'x'))).toEqual([
    'failed',
  ]);
  const other = new TradingHistory().waitForTick();
  other.memo('tickNote', { tick: 13, outcome: 'failed', cause: 'x', detail: '' });
  expect(concludeOf(other)).toEqual(['in-progress', 'waiting']);
});

test('the kill switch holds until a named person lets go', () => {
  const halted = new TradingHistory();
  halted.signal('halt', { by: 'ops', reason: 'drill' });
  expect(concludeOf(halted)).toEqual(['in-progress', 'halted']);
  halted.signal('resume', { reason: 'nobody says so' });
  expect(concludeOf(halted)).toEqual(['in-progress', 'halted']);
  halted.signal('resume', { by: 'ops', reason: 'over', extra: 1 });
  expect(concludeOf(halted)).toEqual(['in-progress', 'halted']);
  halted.signal('resume', { by: 'ops', reason: 'over' });
  expect(concludeOf(halted)).toEqual(['in-progress', 'waiting']);
  const remembered = { halted: { value: true, citation: { runId: 'r', eventId: 1 } } };
  expect(concludeOf(new TradingHistory(), 'open', { tick: 13, remembered })).toEqual([
    'in-progress',
    'halted',
  ]);
});
