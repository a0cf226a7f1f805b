import { cite } from '../../base/cite.ts';
import type { Decision } from '../../model/decision.ts';
import { toActivityNode } from '../activity-node.ts';
import { toExcerpt } from '../excerpt.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn, type Recorded } from './recorded.ts';
import type { GuardrailVerdictV1, RuleResultV1 } from './schemas-v1.ts';
import { toRuleValue } from './words.ts';

const TONES: Readonly<Record<RuleResultV1['outcome'], 'good' | 'warn' | 'bad'>> = {
  pass: 'good',
  ask: 'warn',
  block: 'bad',
};

/** How a rule's outcome is coloured, the same in tree and table. */
export const toRuleTone = (outcome: RuleResultV1['outcome']): 'good' | 'warn' | 'bad' => TONES[outcome];

/** The check of the intent, with one child for each rule. Absent when: nothing was checked. */
export function toGuardrailNode({ runId, check }: TradingTick): Decision | undefined {
  if (!check) return undefined;
  const { activity, result } = check;
  const outcome = result?.value.outcome;
  return toActivityNode(runId, activity, {
    kind: 'guardrail',
    title: 'guardrail',
    outcome: outcome ?? 'answered something that is no verdict',
    tone: outcome === 'allow' ? 'good' : outcome === 'ask' || !outcome ? 'warn' : 'bad',
    facts: result
      ? [
          {
            name: 'policy',
            value: result.value.policyVersion,
            citation: citeIn(runId, result, 'policyVersion'),
          },
          {
            name: 'notional',
            value: result.value.notionalCents,
            unit: 'cents',
            citation: citeIn(runId, result, 'notionalCents'),
          },
        ]
      : [],
    children: result ? toRuleNodes(runId, result) : [],
  });
}

function toRuleNodes(runId: string, verdict: Recorded<GuardrailVerdictV1>): readonly Decision[] {
  return verdict.value.rules.map((rule, index) => {
    const at = (key: string) => citeIn(runId, verdict, 'rules', index, key);
    return {
      id: `${runId}:${verdict.event.eventId}:guardrail:${index}`,
      kind: 'guardrail',
      title: toExcerpt(rule.rule, verdict.event.eventId, 80),
      outcome: `${rule.outcome}: observed ${toRuleValue(rule.observed, rule.unit)}, limit ${toRuleValue(rule.limit, rule.unit)}`,
      tone: toRuleTone(rule.outcome),
      facts: [
        { name: 'limit', value: rule.limit, unit: rule.unit, citation: at('limit') },
        { name: 'observed', value: rule.observed, unit: rule.unit, citation: at('observed') },
        {
          name: 'explanation',
          value: toExcerpt(rule.explanation, verdict.event.eventId),
          citation: at('explanation'),
        },
      ],
      citations: [cite(runId, verdict.event, [...verdict.path, 'rules', index])],
      children: [],
    };
  });
}
