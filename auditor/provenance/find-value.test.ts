import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import type { Json } from '../model/history-event.ts';
import { findIn } from './find-value.ts';
import { listLeaves } from './list-leaves.ts';

function find(content: Json, key: string, value: Json) {
  const event = toDecodedEvent(new HistoryWriter().signal('s', content));
  return findIn({ event, what: 'signal', leaves: listLeaves([content], ['input']) }, { key, value }, []);
}

test('the same name is surer than the same value, and that than a quotation', () => {
  expect(find({ other: 40, orderQty: 40, text: 'buy 40' }, 'order_qty', 40)).toMatchObject({
    ...{ how: 'same value at this path', leaf: { path: ['input', 0, 'orderQty'] }, others: 1 },
  });
  expect(find({ other: 40, text: 'buy 40' }, 'qty', 40)?.how).toBe('same value');
  expect(find({ text: `${'x '.repeat(60)}buy 40 now` }, 'qty', 40)).toMatchObject({
    ...{ how: 'quoted in text', isQuoted: true, shown: expect.stringMatching(/^….*buy 40 now$/) },
  });
  expect(find({ text: 'buy 400' }, 'qty', 40)).toBeUndefined();
});

test('dollars for cents only where it is exact, and it is said', () => {
  expect(find({ price: 128.1 }, 'priceCents', 12_810)?.conversion).toBe('12810 cents are 128.1');
  expect(find({ price: 128.104 }, 'priceCents', 12_810)).toBeUndefined();
});
