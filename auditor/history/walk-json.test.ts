import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../base/canonical-json.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { keepLostValues } from './_reference/keep-lost-values.ts';
import { toEventJson } from './_reference/to-event-json-by-descriptor.ts';
import { anyEvent } from './_scripted/any-event.ts';
import { sampleHistory } from './_scripted/sample-history.ts';
import { fromEventJson } from './from-event-json.ts';
import { toCanonicalText } from './to-canonical-event.ts';
import { createFindings, walkEventJson } from './walk-json.ts';

const walk = (event: JsonObject) => toCanonicalText(walkEventJson(event, createFindings()));

/** By way of a protobuf message and back: slow, and without any of the walk's code. */
function byWayOfProtobuf(event: JsonObject): string {
  const { message, lost } = fromEventJson(event);
  return toCanonicalJson(keepLostValues(toEventJson(message), lost));
}

const FOLDERS = ['../../replay-fixtures/histories', '../../../shared/histories/dev'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const files = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.meta.json'))
    .map((name) => `${folder}/${name}`),
);

describe.each(files)('%s', (file) => {
  test('every event is the same as by way of protobuf', () => {
    const { events }: { events: JsonObject[] } = JSON.parse(readFileSync(file, 'utf8'));
    for (const event of events) expect(walk(event)).toBe(byWayOfProtobuf(event));
  });
});

test('any event is the same as by way of protobuf', () => {
  fc.assert(
    fc.property(anyEvent(), (event) => {
      expect(walk(event)).toBe(byWayOfProtobuf(event));
    }),
    { numRuns: 500 },
  );
});

test('what is canonical is not copied', () => {
  const [event = {}] = sampleHistory();
  const canonical: JsonObject = JSON.parse(walk(event));
  expect(walkEventJson(canonical, createFindings()).json).toBe(canonical);
});

test('what was met is told', () => {
  const findings = createFindings();
  walkEventJson(
    {
      eventId: 1,
      eventType: 'TimerFired',
      eventTime: { seconds: 1 },
      comet: 1,
      timerFiredEventAttributes: {},
      userMetadata: { summary: { metadata: { encoding: btoa('json/plain') } } },
      links: [{ workflowEvent: { eventRef: { eventType: 'EVENT_TYPE_COMET' } } }],
    },
    findings,
  );
  expect(findings).toEqual({
    unknownFields: new Set(['comet']),
    unknownEnums: new Set(['links.0.workflowEvent.eventRef.eventType=EVENT_TYPE_COMET']),
    emptyPayloads: new Set(['userMetadata.summary']),
    manners: new Set(['ids as numbers', 'old enum names', 'times as objects']),
    isForeign: false,
  });
});

test.each<[string, JsonObject]>([
  ['clear encoding', { userMetadata: { summary: { metadata: { encoding: 'binary/plain' }, data: 'done' } } }],
  ['value in a payload', { userMetadata: { summary: { ticker: 'NVDA' } } }],
  ['other names', { event_id: '1' }],
  ['wrapped oneof', { Attributes: {} }],
])('foreign: %s', (_what, event) => {
  const findings = createFindings();
  walkEventJson(event, findings);
  expect(findings.isForeign).toBe(true);
});

test.each<[string, JsonObject]>([
  ['links is no list.', { links: {} }],
  ['workflowExecutionStartedEventAttributes is no object.', { workflowExecutionStartedEventAttributes: [] }],
  ['eventType is no name of an enum.', { eventType: 1.5 }],
  ['eventType is no name of an enum.', { eventType: [] }],
  [
    'timerStartedEventAttributes is a second one of attributes, of which there can be one.',
    { timerFiredEventAttributes: {}, timerStartedEventAttributes: {} },
  ],
  ['eventId is a number beyond 2^53, which JSON readers round: write it as text.', { eventId: 2 ** 53 }],
])('%s', (message, event) => {
  expect(() => walk(event)).toThrow(expect.objectContaining({ code: 'history-invalid', message }));
});

test('nesting without end and lone surrogates are refused', () => {
  const deep: Json = JSON.parse(`${'{"cause":'.repeat(20_000)}{}${'}'.repeat(20_000)}`);
  expect(() => walk({ activityTaskFailedEventAttributes: { failure: deep } })).toThrow(/nested deeper/);
  expect(() => walk({ workerDeploymentName: '\ud800' })).toThrow(/lone surrogate/);
  expect(() => walk({ x: { '\ud800': 1 } })).toThrow(/lone surrogate/);
  expect(walk({ x: '\\ud800' })).toBe('{"x":"\\\\ud800"}');
});

test('keys that JavaScript would move stay in their order', () => {
  const fields: Json = JSON.parse('{"b":{},"10":{},"9":{},"__proto__":{}}');
  expect(walk({ workflowExecutionStartedEventAttributes: { memo: { fields } } })).toBe(
    '{"workflowExecutionStartedEventAttributes":{"memo":{"fields":{"10":{},"9":{},"__proto__":{},"b":{}}}}}',
  );
});

test('any JSON becomes an event or is refused', () => {
  const keys = fc.constantFrom(
    'eventId',
    'eventTime',
    'eventType',
    'links',
    'userMetadata',
    'x',
    '__proto__',
  );
  fc.assert(
    fc.property(fc.dictionary(keys, fc.jsonValue()), (any) => {
      try {
        walk(JSON.parse(JSON.stringify(any)));
      } catch (error) {
        expect(error).toBeInstanceOf(TickscopeError);
      }
    }),
    { numRuns: 1_000 },
  );
});
