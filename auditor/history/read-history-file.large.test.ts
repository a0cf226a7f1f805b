import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TickscopeError } from '../base/tickscope-error.ts';
import { toBinary, toCloudExport } from './_scripted/foreign-forms.ts';
import { parseHistory } from './_scripted/parse-history.ts';
import { sampleHistory, toPayload } from './_scripted/sample-history.ts';
import { parseHistories } from './read-history-file.ts';

const [first = {}] = sampleHistory();
const signal = (id: number, input: string) =>
  `{"eventId":"${id}","eventTime":"2026-11-23T20:41:01Z","eventType":"EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED","taskId":"${id}",` +
  `"workflowExecutionSignaledEventAttributes":{"signalName":"next","input":${input}}}`;

test('a history of 50 MB, canonical or with its payloads in clear', () => {
  const count = 60_000;
  const input = JSON.stringify({ payloads: [toPayload('x'.repeat(400))] });
  const events = Array.from({ length: count - 1 }, (_, index) => signal(index + 2, input));
  const text = `{"events":[${JSON.stringify(first)},${events.join(',')}]}`;
  expect(text.length).toBeGreaterThan(45_000_000);
  const [history] = parseHistories(Buffer.from(text), 'large.json');
  expect(history?.eventCount).toBe(count);
  let last = 0;
  for (const { event } of history?.events() ?? []) last = event.eventId;
  expect(last).toBe(count);
});

test('a text of 2 MB is a text', () => {
  const input = JSON.stringify({ payloads: [toPayload('é'.repeat(1_000_000))] });
  const { events } = parseHistory(`{"events":[${JSON.stringify(first)},${signal(2, input)}]}`, 'a');
  expect(events[1]?.canonical.length).toBeGreaterThan(2_600_000);
});

test.each([
  ['a field', `{"payloads":[],"comet":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ['a failure', '{"a":'.repeat(10_000) + 1 + '}'.repeat(10_000)],
  [
    'a readable payload',
    `{"payloads":[{"metadata":{"encoding":"json/plain"},"data":${'['.repeat(10_000)}${']'.repeat(10_000)}}]}`,
  ],
  ['a shorthand payload', `[${'['.repeat(10_000)}${']'.repeat(10_000)}]`],
])('%s nested 10,000 levels deep is kept or refused', (_what, input) => {
  const text = `{"events":[${JSON.stringify(first)},${signal(2, input)}]}`;
  try {
    parseHistory(text, 'deep.json');
  } catch (error) {
    expect(error).toBeInstanceOf(TickscopeError);
    expect(error).toMatchObject({ message: expect.stringMatching(/^deep.json: event 2: /) });
  }
});

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), bytes])),
  fc
    .uint8Array({ maxLength: 200 })
    .map((bytes) => Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), bytes])),
  fc
    .uint8Array({ maxLength: 200 })
    .map((bytes) => Buffer.concat([Buffer.from([0x0a, bytes.length, 8, 1]), bytes])),
  fc
    .tuple(
      fc.constantFrom(toBinary(sampleHistory()), toCloudExport([sampleHistory()])),
      fc.nat(),
      fc.nat(255),
    )
    .map(([bytes, at, byte]) => Buffer.from(bytes).fill(byte, at % bytes.length, (at % bytes.length) + 1)),
);

test('any bytes are read or refused, in bounded time', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const startedAt = performance.now();
      try {
        parseHistories(Buffer.from(bytes), 'any');
      } catch (error) {
        if (!(error instanceof TickscopeError)) throw error;
      }
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    }),
    { numRuns: 2_000 },
  );
});
