import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { toFormatTitle } from '../../base/format-title.ts';
import type { Json } from '../../model/history-event.ts';
import {
  toBinary,
  toCloudExport,
  toNumbers,
  toOldNames,
  toPageEvents,
  toRawDump,
  toReadable,
  toSdkDump,
  toShorthand,
  toSnakeCase,
  toUiRaw,
} from '../_scripted/foreign-forms.ts';
import { SAMPLE_RUN, sampleHistory } from '../_scripted/sample-history.ts';
import { parseHistories } from '../read-history-file.ts';
import { BINARY_FORMATS, JSON_FORMATS } from './all-formats.ts';

const EVENTS = sampleHistory();
const toBytes = (json: Json): Buffer => Buffer.from(JSON.stringify(json));
const read = (bytes: Buffer) => parseHistories(bytes, 'any');
const textsOf = (bytes: Buffer) =>
  read(bytes).map(({ events }) => [...events()].map(({ canonical }) => canonical));
const CANONICAL = textsOf(toBytes({ events: EVENTS }))[0];

type Case = readonly [what: string, format: string, bytes: Buffer];

/** The acceptance matrix: how tools of Temporal and their users write a history. */
const REPLAYABLE: readonly Case[] = [
  ['CLI JSON, UI encoded', 'canonical-json', toBytes({ events: EVENTS })],
  [
    'pretty printed, with a mark at its start',
    'canonical-json',
    Buffer.from(`\ufeff${JSON.stringify({ events: EVENTS }, null, 2)}`),
  ],
  [
    'UTF-16 of a Windows shell',
    'canonical-json',
    Buffer.from(`\ufeff${JSON.stringify({ events: EVENTS })}`, 'utf16le'),
  ],
  ['bare list', 'event-list', toBytes(EVENTS)],
  ['HTTP API without shorthand', 'http-api', toBytes({ history: { events: EVENTS }, nextPageToken: null })],
  [
    'one event per line',
    'json-lines',
    Buffer.from(EVENTS.map((event) => `${JSON.stringify(event)}\n`).join('')),
  ],
  ['old enum names, nested ones too', 'canonical-json', toBytes({ events: toOldNames(EVENTS) })],
  ['enums and ids as numbers', 'sdk-dump', toBytes({ events: toNumbers(EVENTS) })],
  ['newest event first', 'canonical-json', toBytes({ events: EVENTS.toReversed() })],
  ['JSON.stringify of fetchHistory()', 'sdk-dump', toBytes(toSdkDump(EVENTS))],
  ['dump with Long and Buffer', 'sdk-dump', toBytes(toRawDump(EVENTS))],
  ['binary', 'binary', toBinary(EVENTS)],
  ['Cloud export', 'cloud-export', toCloudExport([EVENTS])],
];

const VIEW_ONLY: readonly Case[] = [
  ['UI readable', 'ui-readable', toBytes({ events: toReadable(EVENTS) })],
  ['UI raw', 'ui-raw', toBytes(toUiRaw(EVENTS))],
  ['UI page dump', 'ui-page', toBytes({ run: { status: 'Completed' }, events: toPageEvents(EVENTS) })],
  [
    'UI page dump, nested',
    'ui-page',
    toBytes({ workflow: {}, eventHistory: { events: toPageEvents(EVENTS) } }),
  ],
  ['HTTP API shorthand', 'http-api-shorthand', toBytes({ history: { events: toShorthand(EVENTS) } })],
  ['shorthand elsewhere', 'shorthand', toBytes({ events: toShorthand(EVENTS) })],
  ['snake_case', 'snake-case', toBytes({ events: toSnakeCase(EVENTS) })],
];

describe.each([...REPLAYABLE, ...VIEW_ONLY])('%s', (_what, format, bytes) => {
  test('is told by its content and gives the same bytes for every event', () => {
    expect(read(bytes)).toMatchObject([
      { format, ids: { workflowId: 'trader', runId: SAMPLE_RUN }, unknown: [] },
    ]);
    expect(textsOf(bytes)).toEqual([CANONICAL]);
  });

  test('compressed with gzip and zstd too', () => {
    expect(textsOf(gzipSync(bytes))).toEqual([CANONICAL]);
    expect(textsOf(zstdCompressSync(bytes))).toEqual([CANONICAL]);
    expect(read(gzipSync(bytes))[0]?.notes).toContain('compressed with gzip');
  });
});

test.each(REPLAYABLE)('%s may be replayed', (_what, _format, bytes) => {
  expect(read(bytes)[0]).not.toHaveProperty('viewOnly');
});

test.each(VIEW_ONLY)('%s may only be viewed, and says why', (_what, _format, bytes) => {
  expect(read(bytes)[0]?.viewOnly).toMatch(/not|no tool|another tool/);
});

test('every format has a name of its own and a title', () => {
  const all = [...JSON_FORMATS, ...BINARY_FORMATS];
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.map(({ name }) => toFormatTitle(name))).toEqual(all.map(({ title }) => title));
  expect(toFormatTitle('of-the-future')).toBe('of-the-future');
});
