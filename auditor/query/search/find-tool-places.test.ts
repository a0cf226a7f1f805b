import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { findToolPlaces } from './find-tool-places.ts';
import { listToolCalls } from './list-tool-calls.ts';

const { index, close } = openRecordedIndex(['blocked-by-news']);
afterAll(close);

test('name, arguments and result of a candidate that is a tool call', () => {
  const { candidates } = listToolCalls(index, toSearchScope(index, 'tool:getPriceHistory'), undefined);
  const places = candidates.map((candidate) => findToolPlaces(index, candidate));
  expect(places).toHaveLength(2);
  expect(places[0]).toMatchObject({ name: 'getPriceHistory', values: [{}, {}] });
  expect(places[0]?.values[1]?.pointer).toMatch(/\/result\/0$/);
});

test('nothing for any other candidate', () => {
  expect(findToolPlaces(index, { runPk: 1, eventIds: [1], place: [1] })).toBeUndefined();
  const gone = { runPk: 1, eventIds: [1], place: [1], tool: { modelEventId: 1, position: 0 } };
  expect(findToolPlaces(index, gone)).toBeUndefined();
});
