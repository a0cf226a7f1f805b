import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { afterAll, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../model/history-event.ts';
import { HISTORY_EVENT } from '../temporal-descriptors.ts';
import { toCanonicalText } from '../to-canonical-event.ts';
import { keepUnknownFields } from '../unknown-fields.ts';
import { createFindings, walkEventJson } from '../walk-json.ts';
import { walkEventMessage } from '../walk-message.ts';
import type { Vector } from './write-vectors.ts';

const VECTORS: readonly Vector[] = JSON.parse(
  readFileSync(new URL('./events.json', import.meta.url), 'utf8'),
);
const walk = (json: JsonObject) => toCanonicalText(walkEventJson(json, createFindings()));

afterAll(() => {
  protobuf.Reader.discardUnknown = true;
});

test('every event type that this protobuf version has is among them', () => {
  const attributes = HISTORY_EVENT.oneofs.attributes?.oneof ?? [];
  const texts = VECTORS.map(({ canonical }) => canonical).join('');
  expect(attributes.length).toBeGreaterThan(55);
  expect(attributes.filter((name) => !texts.includes(`"${name}":`))).toEqual([]);
});

test.each(VECTORS)(
  '$name from JSON, in any order of keys, and from its own canonical text',
  ({ json, canonical }) => {
    expect(walk(json)).toBe(canonical);
    expect(walk(Object(turnKeys(json)))).toBe(canonical);
    expect(walk(JSON.parse(canonical))).toBe(canonical);
  },
);

test.each(VECTORS.filter(({ wire }) => wire !== undefined))(
  '$name from protobuf, as servers and binary files give it',
  ({ wire = '', canonical }) => {
    keepUnknownFields();
    expect(toCanonicalText(walkEventMessage(HISTORY_EVENT.decode(Buffer.from(wire, 'base64'))))).toBe(
      canonical,
    );
  },
);

test.each(['{"eventId":"1","identity":"\\ud800"}', '{"eventId":"1","\\udc00":1}'])('refused: %s', (text) => {
  expect(() => walk(JSON.parse(text))).toThrow(/lone surrogate/);
});

function turnKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(turnKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turnKeys(item)]),
  );
}
