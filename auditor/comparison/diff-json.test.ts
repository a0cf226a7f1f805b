import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { diffJson } from './diff-json.ts';

const json = (): fc.Arbitrary<Json> => fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)));

test('changed, added and missing members, by path', () => {
  const a = { price: 1, news: [{ text: 'up' }], old: true };
  const b = { price: 2, news: [{ text: 'up' }, { text: 'down' }] };
  expect(diffJson(a, b)).toEqual({
    differences: [
      { path: '/price', a: 1, b: 2 },
      { path: '/news/1', b: { text: 'down' } },
      { path: '/old', a: true },
    ],
    left: 0,
  });
  expect(diffJson(undefined, 'x')).toEqual({ differences: [{ path: '', b: 'x' }], left: 0 });
});

test('ids and times are no differences', () => {
  expect(diffJson({ callId: 'a', at: 1 }, { callId: 'b', at: 1 }).differences).toEqual([]);
});

test('nothing differs from itself; what differs one way differs the other way', () => {
  fc.assert(
    fc.property(json(), (a) => {
      expect(diffJson(a, a).differences).toEqual([]);
    }),
  );
  fc.assert(
    fc.property(json(), json(), (a, b) => {
      const turn = (list: ReturnType<typeof diffJson>['differences']) =>
        list.map(({ path }) => path).toSorted();
      const [there, back] = [diffJson(a, b), diffJson(b, a)];
      if (there.left === 0) expect(turn(there.differences)).toEqual(turn(back.differences));
    }),
  );
});

test('differences without end are counted', () => {
  const list = Array.from({ length: 80 }, (_, at) => at);
  expect(
    diffJson(
      list,
      list.map((value) => value + 1),
    ),
  ).toMatchObject({ differences: { length: 50 }, left: 30 });
});
