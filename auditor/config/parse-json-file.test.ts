import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { parseJsonFile } from './parse-json-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-json-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const schema = z.strictObject({ a: z.strictObject({ b: z.number() }).exactOptional() });
function parse(text: string) {
  const file = join(folder, 'x.json');
  writeFileSync(file, text);
  return parseJsonFile(file, schema);
}

test('what the schema takes', () => {
  expect(parse('{"a":{"b":1}}')).toEqual({ a: { b: 1 } });
});

test.each([
  ['{"a":{"b":1,"c":2}}', /x\.json: unknown key a\.c\. See/],
  ['{"a":{"b":"sesame"}}', /x\.json: a\.b is no number(?!.*sesame)/],
  ['{"a": sesame', /x\.json is no JSON\. (?!.*sesame)/],
  [`"${'x'.repeat(1_000_001)}"`, /x\.json is larger than/],
])('what it does not take is named, never quoted', (text, message) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'wrong-usage' }));
  expect(() => parse(text)).toThrow(message);
});
