import { expect, test } from 'vitest';
import { keepLostValues } from './keep-lost-values.ts';

test('puts values back where they stood', () => {
  const event = { eventId: '1', links: [{}, { known: 1 }] };
  expect(
    keepLostValues(event, [
      { path: ['eventType'], value: 'EVENT_TYPE_NEW' },
      { path: ['links', 1, 'comet'], value: { tail: 2 } },
      { path: ['attributes', 'deep', 'er'], value: null },
    ]),
  ).toEqual({
    eventId: '1',
    eventType: 'EVENT_TYPE_NEW',
    links: [{}, { known: 1, comet: { tail: 2 } }],
    attributes: { deep: { er: null } },
  });
  expect(event).toEqual({ eventId: '1', links: [{}, { known: 1 }] });
});

test('a key __proto__ stays a key', () => {
  const kept = keepLostValues({ eventId: '1' }, [{ path: ['__proto__'], value: { x: 1 } }]);
  expect(JSON.stringify(kept)).toBe('{"eventId":"1","__proto__":{"x":1}}');
});

test('nothing lost, nothing changed', () => {
  const event = { eventId: '1' };
  expect(keepLostValues(event, [])).toBe(event);
});
