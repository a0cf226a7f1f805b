import { cite } from '../../base/cite.ts';
import { isJsonList, member, numberMember, textMember } from '../../base/json-members.ts';
import type { Remembered } from '../../model/adapter.ts';
import type { Citation } from '../../model/citation.ts';
import type { Json } from '../../model/history-event.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';
import { injectedNewsV1 } from './schemas-v1.ts';

/** News that a person sent in, with the signal that brought it. */
export type InjectedNews = {
  readonly text: string;
  readonly sentiment: number;
  readonly by: string;
  readonly citation: Citation;
};

/** A headline as the decision saw it. */
type ObservedHeadline = {
  readonly text: string;
  /** Publisher, or who injected it. */
  readonly source: string;
  /** RFC 3339. Absent when: injected. */
  readonly publishedAt?: string;
  readonly injected: boolean;
  readonly citation: Citation;
};

/** News stays for two ticks and the agent keeps ten at most; twice that covers what any tick can show. */
const MOST_REMEMBERED = 20;

/** News injected up to the end of this tick, oldest first. */
export function listInjectedNews({ runId, signals, remembered }: TradingTick): readonly InjectedNews[] {
  const before = remembered.injectedNews?.value;
  const earlier = isJsonList(before) ? before.flatMap(fromRemembered) : [];
  const own = signals
    .filter(({ name }) => name === 'injectNews')
    .flatMap(({ argument, event }) => {
      const parsed = injectedNewsV1.safeParse(argument);
      if (!parsed.success) return [];
      const { headline: text, sentiment, by } = parsed.data;
      return [{ text, sentiment, by, citation: cite(runId, event, ['input', 0]) }];
    });
  return [...earlier, ...own];
}

/** What later ticks need to know of injected news. Absent when: there is none. */
export function toRememberedNews(news: readonly InjectedNews[]): Remembered | undefined {
  const kept = news.slice(-MOST_REMEMBERED);
  const newest = kept.at(-1);
  if (!newest) return undefined;
  return {
    value: kept.map(({ citation, ...rest }) => ({ ...rest, ...citation })),
    citation: newest.citation,
  };
}

function fromRemembered(value: Json): readonly InjectedNews[] {
  const parsed = injectedNewsV1.safeParse({
    headline: textMember(value, 'text'),
    sentiment: member(value, 'sentiment'),
    by: textMember(value, 'by'),
  });
  const runId = textMember(value, 'runId');
  const eventId = numberMember(value, 'eventId');
  if (!parsed.success || runId === undefined || eventId === undefined) return [];
  const { headline: text, sentiment, by } = parsed.data;
  return [{ text, sentiment, by, citation: { runId, eventId, pointer: textMember(value, 'pointer') ?? '' } }];
}

/** Headlines that the decision saw: those of the news party, and the injected ones that model or guardrail were given. */
export function listObservedHeadlines(tick: TradingTick): readonly ObservedHeadline[] {
  const { runId, news, check, prompt } = tick;
  const published = news?.result;
  const own = (published?.value.headlines ?? []).flatMap((headline, index): ObservedHeadline[] => {
    const citation = published && citeIn(runId, published, 'headlines', index);
    const { text, source, publishedAt } = headline;
    return citation ? [{ text, source, publishedAt, injected: false, citation }] : [];
  });
  const known = new Set(own.map(({ text }) => text));
  const shown = check?.input?.value.headlines.map(({ text }) => text) ?? prompt?.headlines ?? [];
  const injected = listInjectedNews(tick);
  const added = shown.flatMap((text): ObservedHeadline[] => {
    const source = known.has(text) ? undefined : injected.findLast((item) => item.text === text);
    return source
      ? [{ text, source: `injected by ${source.by}`, injected: true, citation: source.citation }]
      : [];
  });
  return [...added, ...own];
}
