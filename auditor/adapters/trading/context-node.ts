import { cite } from '../../base/cite.ts';
import { toUsdText } from '../../base/money-text.ts';
import type { Decision, Fact } from '../../model/decision.ts';
import { toActivityNode } from '../activity-node.ts';
import { toExcerpt } from '../excerpt.ts';
import { listMarketValues } from './market-values.ts';
import { listObservedHeadlines } from './observed-news.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';

/** What was read before the decision. Absent when: nothing was. */
export function toContextNode(tick: TradingTick): Decision | undefined {
  const children = [...toMarketNode(tick), ...toNewsNode(tick), ...toBarsNode(tick)];
  const [first] = children;
  if (!first) return undefined;
  const open = children.some((child) => child.tone === 'pending');
  const bad = children.some((child) => child.tone === 'bad');
  return {
    id: `${first.id}:context`,
    kind: 'context',
    title: 'context',
    outcome: children.map((child) => child.outcome ?? child.title).join('; '),
    tone: open ? 'pending' : bad ? 'bad' : 'neutral',
    ...(first.startedAt ? { startedAt: first.startedAt } : {}),
    facts: toAccountFacts(tick),
    citations: children.flatMap((child) => child.citations),
    children,
  };
}

function toMarketNode({ runId, market }: TradingTick): readonly Decision[] {
  if (!market) return [];
  const { activity, result } = market;
  const price = result && toUsdText(result.value.priceCents);
  return [
    toActivityNode(runId, activity, {
      kind: 'context',
      title: 'market',
      outcome: price ?? 'answered something that is no market snapshot',
      tone: result ? 'neutral' : 'warn',
      facts: result ? listMarketValues(runId, result).map(({ name, fact }) => ({ ...fact, name })) : [],
    }),
  ];
}

function toNewsNode(tick: TradingTick): readonly Decision[] {
  const { runId, news } = tick;
  if (!news) return [];
  const { activity, result } = news;
  const headlines = listObservedHeadlines(tick).map(
    ({ text, source, citation }): Fact => ({
      name: `headline (${toExcerpt(source, citation.eventId, 60)})`,
      value: toExcerpt(text, citation.eventId),
      citation,
    }),
  );
  const score: readonly Fact[] = result
    ? [
        {
          name: 'sentiment',
          value: result.value.sentimentScore,
          unit: 'score',
          citation: citeIn(runId, result, 'sentimentScore'),
        },
      ]
    : [];
  return [
    toActivityNode(runId, activity, {
      kind: 'context',
      title: 'news',
      outcome: result
        ? `sentiment ${result.value.sentimentScore}`
        : 'answered something that is no news snapshot',
      tone: result ? 'neutral' : 'warn',
      facts: [...score, ...headlines],
    }),
  ];
}

function toBarsNode({ runId, bars }: TradingTick): readonly Decision[] {
  if (!bars) return [];
  const { activity, result } = bars;
  return [
    toActivityNode(runId, activity, {
      kind: 'context',
      title: 'history bars',
      ...(result
        ? {
            outcome: `${result.value.closeCents.length} daily closes from ${toExcerpt(result.value.source, result.event.eventId, 60)}`,
          }
        : {}),
    }),
  ];
}

function toAccountFacts({ runId, check }: TradingTick): readonly Fact[] {
  const account = check?.input?.value.account;
  if (!account || !check?.input) return [];
  const at = (key: string) => cite(runId, check.activity.scheduled, ['input', 0, 'account', key]);
  return [
    { name: 'position', value: account.positionQty, unit: 'shares', citation: at('positionQty') },
    { name: 'cash', value: account.cashCents, unit: 'cents', citation: at('cashCents') },
    { name: 'average cost', value: account.avgCostCents, unit: 'cents', citation: at('avgCostCents') },
  ];
}
