import { cite } from '../../base/cite.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Activity } from '../../model/activity.ts';
import type { Carry, Remembered, TickSpan } from '../../model/adapter.ts';
import type { Citation } from '../../model/citation.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import type { ModelCall } from '../../model/model-call.ts';
import { readModelCall } from '../all-model-calls.ts';
import { type MatchedToolCall, matchToolCalls } from '../match-tool-calls.ts';
import { citePlace } from '../model-node.ts';
import { ACTIVITY, APPROVAL_TIMER, MEMO, TICK_TIMER } from './names-v1.ts';
import { type ApprovalStory, readApproval } from './read-approval.ts';
import { type Backtest, readBacktests } from './read-backtests.ts';
import { readMemo } from './read-memo.ts';
import { type Prompt, readPrompt } from './read-prompt.ts';
import { type ReceivedSignal, readSignals } from './read-signals.ts';
import { readTimer, type TimerWait } from './read-timer.ts';
import { citeIn, type Recorded, readInput, readResult } from './recorded.ts';
import * as v1 from './schemas-v1.ts';

/** An activity of the tick with what it was given and what it answered, as far as the record fits the contract. */
export type Step<I, R> = {
  readonly activity: Activity;
  readonly input?: Recorded<I>;
  readonly result?: Recorded<R>;
};

/** Everything that the record of one tick holds, typed. Absent members are not recorded (yet). */
export type TradingTick = {
  readonly runId: string;
  readonly span: TickSpan;
  readonly wait?: TimerWait;
  readonly approvalTimer?: TimerWait;
  readonly bars?: Step<unknown, { readonly closeCents: readonly number[]; readonly source: string }>;
  readonly market?: Step<unknown, v1.MarketSnapshotV1>;
  readonly news?: Step<unknown, v1.NewsSnapshotV1>;
  readonly modelCalls: readonly ModelCall[];
  /** Tools of each model call, in the same order. */
  readonly toolCalls: readonly (readonly MatchedToolCall[])[];
  readonly prompt?: Prompt;
  readonly intent?: { readonly value: v1.TradeIntentV1; readonly citation: Citation };
  readonly check?: Step<v1.GuardrailInputV1, v1.GuardrailVerdictV1>;
  readonly approval: ApprovalStory;
  readonly order?: Step<v1.OrderV1, v1.ExecutionReportV1>;
  /** Asked when it was not known whether the order had arrived. */
  readonly lookup?: Step<unknown, v1.ExecutionReportV1>;
  readonly signals: readonly ReceivedSignal[];
  readonly note?: Recorded<v1.TickNoteV1>;
  readonly selection?: Recorded<v1.StrategySelectionV1>;
  readonly backtests: readonly Backtest[];
  /** Event that closed the run during this tick. */
  readonly end?: DecodedEvent;
  /** From earlier ticks of the chain. */
  readonly remembered: { readonly [name: string]: Remembered };
};

const END = /^WORKFLOW_EXECUTION_(COMPLETED|FAILED|CANCELED|TERMINATED|TIMED_OUT|CONTINUED_AS_NEW)$/;

/** Reads one tick of the trading agent. Throws: never; what does not fit the contract is left out. */
export function readTick(runId: string, span: TickSpan, carry: Carry | undefined): TradingTick {
  const { events, activities } = span;
  const signals = readSignals(events);
  const modelCalls = activities.flatMap((activity) => readModelCall(activity) ?? []);
  const tick = { runId, span, signals, modelCalls, backtests: readBacktests(events) };
  const check = toCheck(activities);
  return {
    ...tick,
    toolCalls: matchToolCalls(modelCalls, activities),
    approval: readApproval(span.tick, events, signals),
    remembered: carry?.remembered ?? {},
    ...given('wait', readTimer(events, TICK_TIMER)),
    ...given('approvalTimer', readTimer(events, APPROVAL_TIMER)),
    ...given('bars', toStep(activities, ACTIVITY.bars, v1.barSeriesV1)),
    ...given('market', toStep(activities, ACTIVITY.market, v1.marketSnapshotV1)),
    ...given('news', toStep(activities, ACTIVITY.news, v1.newsSnapshotV1)),
    ...given('prompt', readPrompt(runId, modelCalls[0])),
    ...given('intent', readIntent(runId, check, modelCalls)),
    ...given('check', check),
    ...given('order', toOrder(activities)),
    ...given('lookup', toLookup(activities)),
    ...given('note', findNote(span)),
    ...given('selection', readMemo(v1.strategySelectionV1, events, MEMO.strategy).at(-1)),
    ...given(
      'end',
      events.find((event) => END.test(event.eventType)),
    ),
  };
}

/** Leaves a member out instead of setting it to undefined. */
function given<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  const member: { [key in K]?: V } = {};
  if (value !== undefined) member[key] = value;
  return member;
}

type Schema<T> = Parameters<typeof readResult<T>>[0];

function findActivity(activities: readonly Activity[], type: string): Activity | undefined {
  return activities.findLast((activity) => activity.activityType === type);
}

function toStep<R>(
  activities: readonly Activity[],
  type: string,
  schema: Schema<R>,
): Step<unknown, R> | undefined {
  const activity = findActivity(activities, type);
  return activity && { activity, ...given('result', readResult(schema, activity)) };
}

function toCheck(activities: readonly Activity[]): TradingTick['check'] {
  const activity = findActivity(activities, ACTIVITY.check);
  if (!activity) return undefined;
  return {
    activity,
    ...given('input', readInput(v1.guardrailInputV1, activity)),
    ...given('result', readResult(v1.guardrailVerdictV1, activity)),
  };
}

function toOrder(activities: readonly Activity[]): TradingTick['order'] {
  const activity = findActivity(activities, ACTIVITY.placeOrder);
  if (!activity) return undefined;
  return {
    activity,
    ...given('input', readInput(v1.orderV1, activity)),
    ...given('result', readResult(v1.executionReportV1, activity)),
  };
}

function toLookup(activities: readonly Activity[]): TradingTick['lookup'] {
  const activity = findActivity(activities, ACTIVITY.findOrder);
  const found = readResult(v1.foundOrderV1, activity);
  const report = found?.value.report;
  if (!activity) return undefined;
  return {
    activity,
    ...(found && report
      ? { result: { value: report, event: found.event, path: [...found.path, 'report'] } }
      : {}),
  };
}

/** What the guardrail was given is the wish that counted; before that, the model's last answer. */
function readIntent(
  runId: string,
  check: TradingTick['check'],
  calls: readonly ModelCall[],
): TradingTick['intent'] {
  if (check?.input) {
    return { value: check.input.value.intent, citation: citeIn(runId, check.input, 'intent') };
  }
  const last = calls.at(-1);
  if (!last?.outputText || last.toolCalls.length > 0) return undefined;
  const parsed = v1.tradeIntentV1.safeParse(tryParseJson(last.outputText.text));
  return parsed.success
    ? { value: parsed.data, citation: citePlace(runId, last.outputText.place) }
    : undefined;
}

function findNote({ tick, events }: TickSpan): TradingTick['note'] {
  return readMemo(v1.tickNoteV1, events, MEMO.tickNote).findLast(({ value }) => value.tick === tick);
}

/** The model's own answer that led to the intent. Absent when: not recorded. */
export function citeModelAnswer({ runId, modelCalls }: TradingTick): Citation | undefined {
  const text = modelCalls.findLast((call) => call.outputText)?.outputText;
  return text && citePlace(runId, text.place);
}

/** The first event of the tick, for a statement about all of it. */
export function citeTick({ runId, span }: TradingTick): readonly Citation[] {
  const [first] = span.events;
  return first ? [cite(runId, first)] : [];
}
