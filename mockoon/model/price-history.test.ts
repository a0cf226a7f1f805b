import { expect, test } from 'vitest';
import { describeHistory, isTrendInDoubt } from './price-history.ts';
import { toPromptExample } from './prompt-example.ts';
import { readPrompt } from './read-prompt.ts';

const HISTORY = JSON.stringify({
  symbol: 'NVDA',
  priceCents: [10_000, 9_000, 11_000],
  highCents: 11_000,
  lowCents: 9_000,
});
const SENTENCE = 'getPriceHistory: 10.0 % over 2 ticks, low 90.00, high 110.00.';

test.each([
  ['plain', HISTORY],
  ['wrapped', JSON.stringify({ type: 'text', text: HISTORY })],
  ['in parts', [{ type: 'input_text', text: HISTORY }]],
])('A %s history becomes a sentence', (_, output) => {
  expect(describeHistory(output)).toBe(SENTENCE);
});

test.each([['refused: tick must be 1 to 14'], [''], [undefined], ['{"priceCents":[]}']])(
  '%j is no history',
  (output) => {
    expect(describeHistory(output)).toBe('getPriceHistory gave no prices.');
  },
);

test('The trend is in doubt near the lower band and where the histogram is small', () => {
  const isDoubtful = (changes: Parameters<typeof toPromptExample>[0]) =>
    isTrendInDoubt(readPrompt(toPromptExample(changes)));
  expect(isDoubtful({})).toBe(false);
  expect(isDoubtful({ bollinger_lower: '127.50' })).toBe(true);
  expect(isDoubtful({ macd_histogram: '-0.0500' })).toBe(true);
});
