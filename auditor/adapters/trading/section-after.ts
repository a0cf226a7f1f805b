import { toUsdText } from '../../base/money-text.ts';
import type { AnswerSection } from '../../model/answer.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';

/** The account after a fill, counted from what the guardrail saw and what the broker reported. Absent when: nothing was filled. */
export function toAfterSection({ runId, check, order, lookup }: TradingTick): AnswerSection | undefined {
  const report = lookup?.result ?? order?.result;
  const input = check?.input;
  if (!report || !input || report.value.ordStatus !== 'FILLED') return undefined;
  const { positionQty, cashCents } = input.value.account;
  const { lastQty, lastPxCents, side } = report.value;
  const sign = side === 'SELL' ? -1 : 1;
  const position = positionQty + sign * lastQty;
  const cash = cashCents - sign * lastQty * lastPxCents;
  return {
    id: 'after',
    title: 'What followed in this tick',
    statements: [
      {
        text: `Position after the fill: ${position} shares (before: ${positionQty}); cash after the fill: ${toUsdText(cash)} (before: ${toUsdText(cashCents)}). Counted from the account that was checked and the fill.`,
        citations: [
          citeIn(runId, input, 'account'),
          citeIn(runId, report, 'lastQty'),
          citeIn(runId, report, 'lastPxCents'),
        ],
      },
    ],
  };
}
