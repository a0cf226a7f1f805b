import { expect, test } from 'vitest';
import type { Json } from '#auditor/model/history-event.ts';
import { mutateJson, repeatKey, spliceJson, writeJson } from './mutate-json.ts';
import { createRandom } from './random.ts';

test('each mutation changes something sooner or later, and the text is JSON', () => {
  const texts = new Set<string>();
  for (let seed = 0; seed < 3_000; seed++) {
    const value: Json = JSON.parse('{"events":[{"eventType":"EVENT_TYPE_A","x":{"y":"1"}},{"z":[1,2]}]}');
    mutateJson(value, createRandom(seed));
    const text = writeJson(value);
    JSON.parse(text);
    texts.add(text);
  }
  const all = [...texts].join('\n');
  for (const part of ['9007199254740993', '"\\ud800"', '"__proto__"', 'EVENT_TYPE_A_X', '1e999', '[[[['])
    expect(all).toContain(part);
  expect(texts.size).toBeGreaterThan(200);
});

test('a splice keeps the beginning of one history and takes the end of another', () => {
  const texts = new Set<string>();
  for (let seed = 0; seed < 200; seed++) {
    const value: Json = JSON.parse('{"x":[1],"events":["a1","a2","a3"]}');
    spliceJson(value, ['b1', 'b2', 'b3', 'b4'], createRandom(seed));
    texts.add(JSON.stringify(value));
  }
  expect(texts).toContain('{"x":[1],"events":["a1","b2","b3","b4"]}');
  expect(texts).toContain('{"x":[1],"events":["a1","a2","b3","b4"]}');
});

test('a key is written once more, and the text is still JSON', () => {
  const texts = new Set<string>();
  for (let seed = 0; seed < 200; seed++) {
    const text = repeatKey('{"a":1,"b":{"c":"x"}}', createRandom(seed));
    JSON.parse(text);
    texts.add(text);
  }
  expect(texts).toContain('{"a":1,"a":1,"b":{"c":"x"}}');
  expect(texts).toContain('{"a":1,"b":{"c":"0","c":"x"}}');
  expect(repeatKey('[]', createRandom(1))).toBe('[]');
});

test('an event is made to name another one', () => {
  const texts = new Set<string>();
  for (let seed = 0; seed < 500; seed++) {
    const value: Json = JSON.parse('{"eventId":"1","x":{"scheduledEventId":"2"}}');
    mutateJson(value, createRandom(seed));
    texts.add(JSON.stringify(value));
  }
  expect(texts).toContain('{"eventId":"1","x":{"scheduledEventId":"7"}}');
});
