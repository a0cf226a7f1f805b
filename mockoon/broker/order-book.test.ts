import { expect, test } from 'vitest';
import type { Entry } from './order.ts';
import { createOrderBook } from './order-book.ts';
import { toOrderExample } from './order-example.ts';

const noon = () => new Date('2026-01-20T12:00:00Z');

function createBook() {
  const written: Entry[] = [];
  return { written, book: createOrderBook({ entries: [], append: (entry) => written.push(entry) }, noon) };
}

test('An order is filled whole at its price', () => {
  expect(createBook().book.place(toOrderExample())).toEqual({
    kind: 'new',
    report: {
      clOrdId: 'trader-1:trader-1-t3',
      orderId: 'order-000001',
      execId: 'exec-000001',
      ordStatus: 'FILLED',
      symbol: 'NVDA',
      side: 'BUY',
      orderQty: 40,
      lastQty: 40,
      lastPxCents: 12_810,
      cumQty: 40,
      leavesQty: 0,
      avgPxCents: 12_810,
      transactTime: '2026-01-20T12:00:00.000Z',
    },
  });
});

test('The same key never fills twice', () => {
  const { book, written } = createBook();
  const first = book.place(toOrderExample());
  expect(book.place(toOrderExample())).toEqual({ ...first, kind: 'known' });
  expect(written).toHaveLength(1);
});

test.each([
  { orderQty: 41 },
  { priceCents: 1 },
  { side: 'SELL' as const },
  { account: 'other' },
  { tradeId: 'other' },
])('The same key with %j is a conflict and leaves no trace', (changes) => {
  const { book, written } = createBook();
  book.place(toOrderExample());
  expect(book.place(toOrderExample(changes))).toEqual({ kind: 'conflict' });
  expect(written).toHaveLength(1);
});

test('A sale of more than the account holds is rejected; what it holds can be sold', () => {
  const { book } = createBook();
  book.place(toOrderExample({ clOrdId: 'a' }));
  const sell = (clOrdId: string, orderQty: number, account = 'trader-1') =>
    book.place(toOrderExample({ clOrdId, side: 'SELL', orderQty, account }));
  expect(sell('b', 41)).toMatchObject({
    report: { ordStatus: 'REJECTED', cumQty: 0, text: expect.stringContaining('holds 40') },
  });
  expect(sell('c', 40, 'other')).toMatchObject({ report: { ordStatus: 'REJECTED' } });
  expect(sell('d', 40)).toMatchObject({ report: { ordStatus: 'FILLED', cumQty: 40 } });
  expect(sell('e', 1)).toMatchObject({ report: { ordStatus: 'REJECTED' } });
});

test('Orders are listed by account', () => {
  const { book } = createBook();
  book.place(toOrderExample({ clOrdId: 'a' }));
  book.place(toOrderExample({ clOrdId: 'b', account: 'other' }));
  expect(book.listByAccount('trader-1').map(({ clOrdId }) => clOrdId)).toEqual(['a']);
  expect(book.listByAccount('nobody')).toEqual([]);
});

test('What could not be written is not answered and not remembered', () => {
  const refuse = () => {
    throw new Error('disk full');
  };
  const book = createOrderBook({ entries: [], append: refuse }, noon);
  expect(() => book.place(toOrderExample())).toThrow('disk full');
  expect(book.find('trader-1:trader-1-t3')).toBeUndefined();
});
