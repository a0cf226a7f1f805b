import { toDurationWords } from '../../base/duration-words.ts';
import { toUsdText } from '../../base/money-text.ts';
import { parseTimeMicros } from '../../base/units.ts';
import type { AnswerSection, AnswerTable, Statement } from '../../model/answer.ts';
import type { Citation } from '../../model/citation.ts';
import { toExcerpt } from '../excerpt.ts';
import { listMarketValues } from './market-values.ts';
import { listObservedHeadlines } from './observed-news.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';
import { CONTRACT_VERSION } from './schemas-v1.ts';

type Row = AnswerTable['rows'][number];

/** What was known when it decided: prices, indicators, news, account, strategy. Absent when: nothing had been read. */
export function toKnownSection(tick: TradingTick): AnswerSection | undefined {
  const rows = [...toMarketRows(tick), ...toNewsRows(tick), ...toAccountRows(tick), ...toStrategyRows(tick)];
  const statements = [...toVersionWarning(tick), ...toHeadlineStatements(tick)];
  if (rows.length === 0 && statements.length === 0) return undefined;
  return {
    id: 'known',
    title: 'What was known',
    statements,
    ...(rows.length > 0
      ? { table: { columns: ['what', 'value', 'time of the data', 'age at the decision'], rows } }
      : {}),
  };
}

function toMarketRows(tick: TradingTick): readonly Row[] {
  const snapshot = tick.market?.result;
  if (!snapshot) return [];
  const { asOf } = snapshot.value;
  const age = toAge(tick, asOf);
  return listMarketValues(tick.runId, snapshot).map(({ name, text, fact }) =>
    toRow([name, text, asOf, age], [fact.citation]),
  );
}

function toNewsRows(tick: TradingTick): readonly Row[] {
  const { runId, news, check, prompt } = tick;
  const snapshot = news?.result;
  if (!snapshot) return [];
  const { asOf, sentimentScore } = snapshot.value;
  const row = toRow(
    ['sentiment of the news', String(sentimentScore), asOf, toAge(tick, asOf)],
    [citeIn(runId, snapshot, 'sentimentScore')],
  );
  const used = check?.input?.value.sentimentScore;
  const shown = prompt?.valueOf('sentiment');
  if (used !== undefined && check?.input && used !== sentimentScore) {
    const proof = [citeIn(runId, check.input, 'sentimentScore')];
    return [row, toRow(['sentiment with injected news', String(used), '', ''], proof)];
  }
  // The prompt rounds to four decimals: only another number is worth a line.
  if (
    used === undefined &&
    prompt &&
    shown !== undefined &&
    Math.abs(Number(shown) - sentimentScore) > 0.0001
  ) {
    return [row, toRow(['sentiment with injected news', shown, '', ''], [prompt.citation])];
  }
  return [row];
}

/** From the guardrail's input; where nothing was checked, from what the model was told. */
function toAccountRows({ runId, check, prompt }: TradingTick): readonly Row[] {
  const input = check?.input;
  if (input) {
    const { positionQty, cashCents, avgCostCents } = input.value.account;
    const at = (key: string): readonly Citation[] => [citeIn(runId, input, 'account', key)];
    return [
      toRow(['position', `${positionQty} shares`, '', ''], at('positionQty')),
      toRow(['average cost', toUsdText(avgCostCents), '', ''], at('avgCostCents')),
      toRow(['cash', toUsdText(cashCents), '', ''], at('cashCents')),
    ];
  }
  if (!prompt) return [];
  const lines: readonly (readonly [string, string, string])[] = [
    ['position', 'position', 'shares'],
    ['average_cost', 'average cost', 'USD'],
    ['cash', 'cash', 'USD'],
  ];
  return lines.flatMap(([key, name, unit]) => {
    const value = prompt.valueOf(key);
    return value === undefined
      ? []
      : [
          toRow(
            [name, `${toExcerpt(value, prompt.citation.eventId, 40)} ${unit}`, '', ''],
            [prompt.citation],
          ),
        ];
  });
}

function toStrategyRows({ prompt, remembered }: TradingTick): readonly Row[] {
  const told = prompt?.valueOf('strategy');
  if (prompt && told !== undefined) {
    return [toRow(['strategy', toExcerpt(told, prompt.citation.eventId, 80), '', ''], [prompt.citation])];
  }
  const known = remembered.strategy;
  return known && typeof known.value === 'string'
    ? [toRow(['strategy', toExcerpt(known.value, known.citation.eventId, 80), '', ''], [known.citation])]
    : [];
}

function toHeadlineStatements(tick: TradingTick): readonly Statement[] {
  return listObservedHeadlines(tick).map(({ text, source, publishedAt, citation }) => {
    const from = toExcerpt(source, citation.eventId, 80);
    const when = publishedAt === undefined ? '' : `, ${toExcerpt(publishedAt, citation.eventId, 40)}`;
    return {
      text: `Headline (${from}${when}):`,
      quote: toExcerpt(text, citation.eventId, 300),
      citations: [citation],
    };
  });
}

/** A recording of a later contract is read as far as it fits, and says so. */
function toVersionWarning({ remembered }: TradingTick): readonly Statement[] {
  const version = remembered.contractVersion;
  if (!version || version.value === CONTRACT_VERSION) return [];
  return [
    {
      text: `The run was recorded by contract version ${String(version.value)}; this reader knows version ${CONTRACT_VERSION}, so values may be missing here.`,
      citations: [version.citation],
    },
  ];
}

/** From the data's own clock to the server's clock when the model was asked. */
function toAge({ modelCalls, check }: TradingTick, asOf: string): string {
  const decided = modelCalls[0]?.activity.scheduled ?? check?.activity.scheduled;
  if (!decided) return 'not decided yet';
  try {
    const ageMs = (decided.timeMicros - parseTimeMicros(asOf)) / 1000;
    return ageMs < 0 ? `${toDurationWords(-ageMs)} ahead of the server's clock` : toDurationWords(ageMs);
  } catch {
    return 'the time is not readable';
  }
}

function toRow(cells: readonly string[], citations: readonly Citation[]): Row {
  return { cells, tone: 'neutral', citations };
}
