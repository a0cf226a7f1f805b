import { readFileSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
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
} from '#auditor/history/_scripted/foreign-forms.ts';
import { sampleHistory } from '#auditor/history/_scripted/sample-history.ts';
import type { Json, JsonObject } from '#auditor/model/history-event.ts';

/** A sound history in one of the known forms, to be broken. */
export type BaseInput =
  | { readonly name: string; readonly kind: 'json'; readonly json: Json }
  | { readonly name: string; readonly kind: 'lines'; readonly json: readonly Json[] }
  | { readonly name: string; readonly kind: 'binary'; readonly bytes: Buffer };

/** Enough for a tick or two of the agent; longer ones only cost time. */
const RECORDED_EVENTS = 24;

const HISTORIES = new URL('../../replay-fixtures/histories/', import.meta.url);

function readRecording(name: string): readonly JsonObject[] {
  const { events }: { events: JsonObject[] } = JSON.parse(
    readFileSync(new URL(`${name}.history.json`, HISTORIES), 'utf8'),
  );
  // Prompts are long, and a broken letter in one tells nothing.
  return events
    .slice(0, RECORDED_EVENTS)
    .filter((event, index) => index < 8 || JSON.stringify(event).length < 4_000);
}

const renumber = (events: readonly JsonObject[]): readonly JsonObject[] =>
  events.map((event, index) => ({ ...event, eventId: String(index + 1) }));

/** Every form, of a history of our own making and of recordings. Order: always the same, items are chosen by number. */
export function listBaseInputs(): readonly [BaseInput, ...BaseInput[]] {
  const events = sampleHistory();
  const json = (name: string, value: Json): BaseInput => ({ name, kind: 'json', json: value });
  const recorded = ['backtest-child', 'broker-fails-twice', 'worker-killed-mid-tick'].map((name) =>
    json(name, { events: renumber(readRecording(name)) }),
  );
  return [
    json('canonical', { events }),
    json('list', events),
    json('http-api', { history: { events }, nextPageToken: null }),
    json('http-api-shorthand', { history: { events: toShorthand(events) } }),
    json('readable', { events: toReadable(events) }),
    json('snake-case', { events: toSnakeCase(events) }),
    json('old-names', { events: toOldNames(events) }),
    json('numbers', { events: toNumbers(events) }),
    json('ui-raw', toUiRaw(events)),
    json('ui-page', { run: {}, events: toPageEvents(events) }),
    json('sdk-dump', toSdkDump(events)),
    json('raw-dump', toRawDump(events)),
    ...recorded,
    { name: 'lines', kind: 'lines', json: events },
    { name: 'binary', kind: 'binary', bytes: toBinary(events) },
    { name: 'gzip', kind: 'binary', bytes: gzipSync(JSON.stringify({ events })) },
    { name: 'zstd', kind: 'binary', bytes: zstdCompressSync(JSON.stringify({ events })) },
    { name: 'cloud-export', kind: 'binary', bytes: toCloudExport([events, sampleHistory('other')]) },
  ];
}
