import { expect, test } from 'vitest';
import { toBinary } from './_scripted/foreign-forms.ts';
import { sampleHistory } from './_scripted/sample-history.ts';
import { parseHistories } from './read-history-file.ts';
import { toWireEvent } from './to-wire-event.ts';

const read = (bytes: Uint8Array) => parseHistories(Buffer.from(bytes), 'a.bin')[0];
const textsOf = (bytes: Uint8Array) => [...(read(bytes)?.events() ?? [])].map(({ canonical }) => canonical);

test('record by record, the history that a binary file is', () => {
  const texts = textsOf(toBinary(sampleHistory()));
  expect(textsOf(Buffer.concat(texts.map(toWireEvent)))).toEqual(texts);
});

test('fields without a descriptor are written back, at any depth', () => {
  const event = {
    ...sampleHistory()[0],
    $unknown: [{ data: 'AUE=', no: 4000, wire: 2 }],
    links: [{ $unknown: [{ data: 'rAI=', no: 77, wire: 0 }] }],
  };
  const [text] = textsOf(toWireEvent(JSON.stringify(event)));
  expect(JSON.parse(text ?? '')).toEqual(event);
});

test('what is known by name alone has no place in binary', () => {
  const [event] = sampleHistory();
  const what = 'is known by name alone, and binary has numbers only. Use --format json.';
  expect(() => toWireEvent(JSON.stringify({ ...event, comet: 1 }))).toThrow(`Event 1: comet ${what}`);
  expect(() => toWireEvent(JSON.stringify({ ...event, eventType: 'EVENT_TYPE_COMET' }))).toThrow(
    `Event 1: eventType ${what}`,
  );
});
