import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../sync/import-files.ts';
import { openIndexer } from '../sync/open-indexer.ts';
import { getEvent } from './get-event.ts';
import { type Index, openIndex } from './open-index.ts';
import { traceValue } from './trace-value.ts';

const FOLDER = fileURLToPath(new URL('../../replay-fixtures/histories/', import.meta.url));

let folder: string;
let index: Index;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-trace-'));
  const indexer = openIndexer(folder);
  const files = ['approval-approved', 'normal-20-ticks'].map((name) => join(FOLDER, `${name}.history.json`));
  importFiles({ indexer, dataFolder: folder, namespace: 'default' }, files);
  indexer.close();
  index = openIndex(folder);
});
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

const traceFact = (workflowId: string, tick: number, fact: string) => {
  const { hops, origin } = traceValue(index, { workflowId, tick, fact }).provenance;
  return [...hops.map(({ what, how, citation }) => [citation.eventId, what, how]), origin.kind];
};

test('the quantity of an order: what was approved, what was checked, what the model said', () => {
  expect(traceFact('approval-approved', 3, 'quantity')).toEqual([
    [134, 'placeOrder, input', undefined],
    [133, 'workflow properties modified', 'same value at this path'],
    [126, 'workflow properties modified', 'same value at this path'],
    [120, 'checkTradeIntent, input', 'same value'],
    [116, 'model call 1, answer', 'same value at this path'],
    'model-output',
  ]);
});

test('every hop leads to a value in the record', () => {
  const { provenance } = traceValue(index, { workflowId: 'approval-approved', tick: 3, fact: 'limit price' });
  for (const { citation } of provenance.hops) {
    const { decoded } = getEvent(index, { workflowId: 'approval-approved', ...citation });
    const value = (citation.pointer ?? '')
      .split('/')
      .slice(1)
      .reduce<unknown>((found, key) => Reflect.get(Object(found), key), decoded);
    expect(value).toBeDefined();
  }
  expect(provenance.hops.length).toBeGreaterThan(1);
});

test('a place without a value, a fact that is not there, an event of another tick: each is named', () => {
  const name = { workflowId: 'approval-approved', tick: 3 };
  const pointer = '/activityTaskScheduledEventAttributes/input/0/nothing';
  expect(() => traceValue(index, { ...name, eventId: 134, pointer })).toThrow(/no value at .*nothing/);
  expect(() => traceValue(index, { ...name, fact: 'mood' })).toThrow(/no fact “mood”. It has: .*quantity/);
  expect(() => traceValue(index, { ...name, eventId: 1, pointer })).toThrow(/Event 1 is not in tick 3/);
});

test.each([
  '',
  '/',
  '/eventType',
  '/nope',
  '/__proto__',
  '/~2',
  '/activityTaskCompletedEventAttributes/result/00',
])('the pointer “%s” leads to no value: nothing else is traced instead', (wrong) => {
  const asked = () =>
    traceValue(index, { workflowId: 'approval-approved', tick: 3, eventId: 134, pointer: wrong });
  expect(asked).toThrow(expect.objectContaining({ code: 'value-not-found' }));
});
