import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import type { Json } from '../../model/history-event.ts';
import { findExcerpt } from './find-excerpt.ts';
import type { Term } from './search-query.ts';

function excerpt(content: Json, ...terms: readonly Term[]) {
  return findExcerpt('r', toDecodedEvent(new HistoryWriter().signal('news', content)), terms);
}
const marked = ({ text, marks }: ReturnType<typeof excerpt>) =>
  marks.map(([from, to]) => text.slice(from, to));

test('the leaf that says most, with what stands around the words, and its place', () => {
  const text = `${'calm day. '.repeat(30)}An SEC probe was opened. ${'More follows. '.repeat(30)}`;
  const found = excerpt(
    { other: 'probe', text },
    { kind: 'word', text: 'sec' },
    { kind: 'word', text: 'PROBE' },
  );
  expect(marked(found)).toEqual(['SEC', 'probe']);
  expect(found.text).toMatch(/^….*An SEC probe was opened\..*…$/);
  expect(found.citation.pointer).toBe('/workflowExecutionSignaledEventAttributes/input/0/text');
});

test('phrases across punctuation, beginnings of words, keys', () => {
  expect(marked(excerpt({ a: 'SEC-probe' }, { kind: 'phrase', text: 'sec probe' }))).toEqual(['SEC-probe']);
  expect(marked(excerpt({ a: 'sentimental' }, { kind: 'prefix', text: 'senti' }))).toEqual(['sentimental']);
  expect(marked(excerpt({ sentiment: 0.5 }, { kind: 'word', text: 'sentiment' }))).toEqual(['sentiment']);
});

test('without words, the first thing that a payload says', () => {
  expect(excerpt({ headline: 'calm' })).toMatchObject({ text: 'headline: calm', marks: [] });
});

test('what looks like a pattern is text', () => {
  expect(marked(excerpt({ a: 'x (y) [z]' }, { kind: 'phrase', text: '(y) [z' }))).toEqual(['y) [z']);
});
