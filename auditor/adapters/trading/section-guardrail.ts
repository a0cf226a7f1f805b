import { cite } from '../../base/cite.ts';
import { toUsdText } from '../../base/money-text.ts';
import type { AnswerSection } from '../../model/answer.ts';
import { toOutcome } from '../activity-node.ts';
import { toExcerpt } from '../excerpt.ts';
import { toRuleTone } from './guardrail-node.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';
import { toRuleValue } from './words.ts';

/** Every rule with its limit and what was observed, in recorded order. Absent when: nothing was checked. */
export function toGuardrailSection({ runId, check }: TradingTick): AnswerSection | undefined {
  if (!check) return undefined;
  const { activity, result } = check;
  const title = 'Which rules were checked';
  if (!result) {
    const citations = [cite(runId, activity.closed ?? activity.scheduled)];
    return {
      id: 'guardrail',
      title,
      statements: [{ text: `The guardrail: ${toOutcome(activity)}.`, citations }],
    };
  }
  const { outcome, rules, policyVersion, notionalCents } = result.value;
  const { eventId } = result.event;
  return {
    id: 'guardrail',
    title,
    statements: [
      {
        text: `The verdict is ${outcome}, for a notional of ${toUsdText(notionalCents)}, by policy ${toExcerpt(policyVersion, eventId, 60)}.`,
        citations: [citeIn(runId, result, 'outcome'), citeIn(runId, result, 'notionalCents')],
      },
    ],
    table: {
      columns: ['rule', 'limit', 'observed', 'outcome'],
      rows: rules.map((rule, index) => ({
        cells: [
          toExcerpt(rule.rule, eventId, 80),
          toExcerpt(toRuleValue(rule.limit, rule.unit), eventId, 200),
          toExcerpt(toRuleValue(rule.observed, rule.unit), eventId, 200),
          rule.outcome,
        ],
        tone: toRuleTone(rule.outcome),
        citations: [citeIn(runId, result, 'rules', index)],
      })),
    },
  };
}
