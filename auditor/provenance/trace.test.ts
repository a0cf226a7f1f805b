import { expect, test } from 'vitest';
import { createFrameworks } from '../adapters/all-frameworks.ts';
import { genericAdapter } from '../adapters/generic.ts';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter, RUN_ID, toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { deriveTicks } from '../decision-tree/derive-ticks.ts';
import type { Json } from '../model/history-event.ts';
import { listHolders } from './list-holders.ts';
import { type CallLink, traceValue } from './trace.ts';

function trace(
  history: HistoryWriter,
  eventId: number,
  path: readonly (string | number)[],
  value: Json,
  links: readonly CallLink[] = [],
) {
  const events = history.events.map(toDecodedEvent);
  const run = toRunOf('w', history.events);
  const [derived] = deriveTicks({
    run,
    adapter: genericAdapter,
    frameworks: createFrameworks(),
    carry: undefined,
    events,
  });
  if (!derived) throw new Error('no tick');
  const holders = listHolders(derived.span, undefined);
  const { hops, origin } = traceValue({ runId: RUN_ID, holders, links, at: { eventId, path, value } });
  return {
    hops: hops.map(({ citation, how, conversion, others }) => ({
      at: citation.eventId,
      how,
      conversion,
      others,
    })),
    origin: origin.kind,
    isDoubted: origin.text.includes('may be a coincidence'),
  };
}

const write = () => {
  const history = new HistoryWriter();
  history.start('w', { limit: 12_810 });
  return history;
};

test('cents that a text gave in dollars are followed, and the conversion is said', () => {
  const history = write();
  const quote = history.activity(
    'getQuote',
    { symbol: 'NVDA' },
    { result: { text: 'last price: 128.10 USD' } },
  );
  const order = history.schedule('order', { priceCents: 12_810 });
  expect(trace(history, order, ['input', 0, 'priceCents'], 12_810)).toEqual({
    hops: [
      { at: order, how: undefined, conversion: undefined, others: 0 },
      // The start holds the same number under another name: equal numbers come before a quotation.
      { at: 1, how: 'same value', conversion: undefined, others: 1 },
    ],
    origin: 'configuration',
    isDoubted: true,
  });
  expect(quote).toBeLessThan(order);
});

test('a value that is nowhere before was made by the code; a common one is not traced by its value', () => {
  const history = write();
  const order = history.schedule('order', { quantity: 4711, side: 1 });
  expect(trace(history, order, ['input', 0, 'quantity'], 4711).origin).toBe('unknown');
  expect(trace(history, order, ['input', 0, 'side'], 1).origin).toBe('too-common');
});

test('a result that only repeats what was asked leads on to the question', () => {
  const history = write();
  history.signal('order', { quantity: 4711 });
  const order = history.activity('place', { quantity: 4711 }, { result: { quantity: 4711 } });
  const { hops, origin, isDoubted } = trace(history, order + 2, ['result', 0, 'quantity'], 4711);
  expect(hops.map(({ at }) => at)).toEqual([order + 2, order, 2]);
  expect([origin, isDoubted]).toEqual(['person', false]);
});

test('a call id joins two places whatever stands between them', () => {
  const history = write();
  const asked = history.activity('ask', {}, { result: { args: 4711 } });
  history.signal('noise', { args: 4711 });
  const ran = history.schedule('tool', { args: 4711 });
  const link: CallLink = {
    ...{
      from: { eventId: ran, path: ['input'] },
      to: { eventId: asked + 2, path: ['result', 0] },
      hasCallId: true,
    },
  };
  expect(trace(history, ran, ['input', 0, 'args'], 4711, [link]).hops[1]).toMatchObject({
    ...{ at: asked + 2, how: 'same call id' },
  });
});
