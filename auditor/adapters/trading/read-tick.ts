import { cite } from '../../base/cite.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Carry, Remembered, TickSpan } from '../../model/adapter.ts';
import type { Citation } from '../../model/citation.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import type { ModelCall } from '../../model/model-call.ts';
import { type MatchedToolCall, matchToolCalls } from '../match-tool-calls.ts';
import { citePlace } from '../model-facts.ts';
import { ACTIVITY, APPROVAL_TIMER, MEMO, TICK_TIMER } from './names-v1.ts';
import { type ApprovalStory, readApproval } from './read-approval.ts';
import { type Backtest, readBacktests } from './read-backtests.ts';
import { readMemo } from './read-memo.ts';
import { type Prompt, readPrompt } from './read-prompt.ts';
import { type ReceivedSignal, readSignals } from './read-signals.ts';
import {
  type CheckStep,
  given,
  type LookupStep,
  type OrderStep,
  readCheck,
  readLookup,
  readOrder,
  readStep,
  type Step,
} from './read-steps.ts';
import { readTimer, type TimerWait } from './read-timer.ts';
import { citeIn, type Recorded } from './recorded.ts';
import * as v1 from './schemas-v1.ts';

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
  readonly check?: CheckStep;
  readonly approval: ApprovalStory;
  readonly order?: OrderStep;
  /** Asked when it was not known whether the order had arrived. */
  readonly lookup?: LookupStep;
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
  const { events, activities, modelCalls, toolRuns } = span;
  const signals = readSignals(events);
  const tick = { runId, span, signals, modelCalls, backtests: readBacktests(events) };
  const check = readCheck(activities);
  return {
    ...tick,
    toolCalls: matchToolCalls(modelCalls, activities, toolRuns),
    approval: readApproval(span.tick, events, signals),
    remembered: carry?.remembered ?? {},
    ...given('wait', readTimer(events, TICK_TIMER)),
    ...given('approvalTimer', readTimer(events, APPROVAL_TIMER)),
    ...given('bars', readStep(activities, ACTIVITY.bars, v1.barSeriesV1)),
    ...given('market', readStep(activities, ACTIVITY.market, v1.marketSnapshotV1)),
    ...given('news', readStep(activities, ACTIVITY.news, v1.newsSnapshotV1)),
    ...given('prompt', readPrompt(runId, modelCalls[0])),
    ...given('intent', readIntent(runId, check, modelCalls)),
    ...given('check', check),
    ...given('order', readOrder(activities)),
    ...given('lookup', readLookup(activities)),
    ...given('note', findNote(span)),
    ...given('selection', readMemo(v1.strategySelectionV1, events, MEMO.strategy).at(-1)),
    ...given(
      'end',
      events.find((event) => END.test(event.eventType)),
    ),
  };
}

/** What the guardrail was given is the wish that counted; before that, the model's last answer. */
function readIntent(
  runId: string,
  check: CheckStep | undefined,
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
