import { cite } from '../../base/cite.ts';
import { toDurationWords } from '../../base/duration-words.ts';
import { toUsdText } from '../../base/money-text.ts';
import type { AnswerSection, Statement } from '../../model/answer.ts';
import { citeActivity, toOutcome } from '../activity-node.ts';
import { toExcerpt } from '../excerpt.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn, type Recorded } from './recorded.ts';
import type { ExecutionReportV1 } from './schemas-v1.ts';
import { toOrderText } from './words.ts';

/** What went to the broker and what came back, or why nothing went. Absent when: it did not come to that. */
export function toOrderSection(tick: TradingTick): AnswerSection | undefined {
  const statements = [...toSent(tick), ...toReport(tick), ...toLookup(tick), ...toNote(tick)];
  return statements.length === 0 ? undefined : { id: 'order', title: 'What was ordered', statements };
}

function toSent({ runId, order }: TradingTick): readonly Statement[] {
  if (!order) return [];
  const { activity, input, result } = order;
  const { eventId } = activity.scheduled;
  const what = input ? toOrderText(input.value) : 'an order that this version cannot read';
  const key = input ? `, with the idempotency key ${toExcerpt(input.value.clOrdId, eventId, 120)}` : '';
  const attempts = activity.attempt ?? 1;
  return [
    {
      text: `The order ${what} was given to the broker activity${key}.`,
      citations: [input ? citeIn(runId, input) : cite(runId, activity.scheduled)],
    },
    ...(attempts > 1
      ? [
          {
            text: `It took ${attempts} attempts, all given the same key, since an activity's input does not change.`,
            citations: citeActivity(runId, activity),
          },
        ]
      : []),
    ...(result
      ? []
      : [{ text: `The broker activity: ${toOutcome(activity)}.`, citations: citeActivity(runId, activity) }]),
  ];
}

function toReport({ runId, order }: TradingTick): readonly Statement[] {
  const { activity, result } = order ?? {};
  if (!result) return [];
  const took =
    activity?.durationMs === undefined
      ? ''
      : `; its answer came ${toDurationWords(activity.durationMs)} after the order was given out`;
  return toReportStatements(runId, result, took);
}

function toReportStatements(
  runId: string,
  report: Recorded<ExecutionReportV1>,
  took: string,
): readonly Statement[] {
  const { ordStatus, lastQty, lastPxCents, orderId, execId, transactTime, text } = report.value;
  const ids = `order id ${toExcerpt(orderId, report.event.eventId, 80)}, execution id ${toExcerpt(execId, report.event.eventId, 80)}`;
  if (ordStatus === 'FILLED') {
    return [
      {
        text: `The broker filled ${lastQty} at ${toUsdText(lastPxCents)}, at ${transactTime} by its clock (${ids})${took}.`,
        citations: [citeIn(runId, report)],
      },
    ];
  }
  return [
    {
      text: `The broker answered ${toExcerpt(ordStatus, report.event.eventId, 40)} (${ids})${took}${text === undefined ? '.' : ', with the reason:'}`,
      ...(text === undefined ? {} : { quote: toExcerpt(text, report.event.eventId) }),
      citations: [citeIn(runId, report)],
    },
  ];
}

function toLookup({ runId, lookup }: TradingTick): readonly Statement[] {
  if (!lookup) return [];
  const citations = citeActivity(runId, lookup.activity);
  const asked = 'It was not known whether the order had arrived, so the broker was asked';
  if (lookup.activity.outcome !== 'completed')
    return [{ text: `${asked}: ${toOutcome(lookup.activity)}.`, citations }];
  if (!lookup.result) return [{ text: `${asked}: it had no such order.`, citations }];
  return [{ text: `${asked}: it had arrived.`, citations }, ...toReportStatements(runId, lookup.result, '')];
}

function toNote({ runId, note }: TradingTick): readonly Statement[] {
  if (!note) return [];
  const { outcome, cause, detail } = note.value;
  const { eventId } = note.event;
  return [
    {
      text: `The agent noted for this tick: ${outcome}, cause ${toExcerpt(cause, eventId, 60)}. The detail:`,
      quote: toExcerpt(detail, eventId),
      citations: [citeIn(runId, note)],
    },
  ];
}
