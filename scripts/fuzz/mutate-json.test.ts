import { expect, test } from 'vitest';
import type { Json } from '#auditor/model/history-event.ts';
import { mutateJson, writeJson } from './mutate-json.ts';
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
