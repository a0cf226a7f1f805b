import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideMembers } from './hide-members.ts';

const hide = (text: string): string =>
  hideMembers(text, {
    isSecret: (name) => name === 'apiKey' || name === 'token',
    isWord: (name) => name === 'token',
    hidden: '*',
    redactInner: hide,
  });

test.each([
  ['"apiKey": "s", "n": 1', '"apiKey": "*", "n": 1'],
  [String.raw`{\"apiKey\": \"s\", \"n\": 1}`, String.raw`{\"apiKey\": \"*\", \"n\": 1}`],
  [String.raw`x {\"apiKey\":\"a \\\"quoted\\\" s\\\\\",\"n\":1}`, String.raw`x {\"apiKey\":\"*\",\"n\":1}`],
  [String.raw`{\\\"apiKey\\\": \\\"s\\\"}`, String.raw`{\\\"apiKey\\\": \\\"*\\\"}`],
  [String.raw`{\"apiKey\": {\"a\": [\"s\"]}, \"n\": 1}`, String.raw`{\"apiKey\": \"*\", \"n\": 1}`],
  [
    String.raw`data: {"a":"{\"apiKey\":{\"b\":\"cut o"} and more`,
    String.raw`data: {"a":"{\"apiKey\":\"*\""} and more`,
  ],
  [
    String.raw`data: {"a":"{\u0022apiKey\u0022:\u0022s\u0022}"}`,
    String.raw`data: {"a":"{\"apiKey\":\"*\"}"}`,
  ],
  [String.raw`data: {"api\u004bey":"s"}`, String.raw`data: {"api\u004bey":"*"}`],
  ['apiKey={"a":"s","b":"}"} n=1', 'apiKey="*" n=1'],
  ['apiKey = ["s", {"a": [1]}]; n', 'apiKey = "*"; n'],
  ['apiKey: {"a": "cut o', 'apiKey: "*"'],
  ['apiKey="s" n="1"', 'apiKey="*" n="1"'],
  [`{'apiKey': 's', 'other': None}`, `{'apiKey': '*', 'other': None}`],
  [`{'apiKey': ['it\\'s', "s"], 'n': 1}`, `{'apiKey': '*', 'n': 1}`],
  ['{"apiKey": 12, "n": 1}', '{"apiKey": "*", "n": 1}'],
  ['x apiKey: Bearer s, t\nn: 1', 'x apiKey: *\nn: 1'],
  ['curl -H "apiKey: Bearer s" -v', 'curl -H "apiKey: *" -v'],
  ['GET http://h/?apiKey=s&n=1 apiKey=t, n', 'GET http://h/?apiKey=*&n=1 apiKey=*, n'],
  ['apiKey = s; if apiKey == "s"', 'apiKey = * if apiKey == "*"'],
  [`{'apiKey': b'Bearer s', 'n': 1}`, `{'apiKey': '*', 'n': 1}`],
  [`{'apiKey': SecretStr('s'), 'n': 1}`, `{'apiKey': '*', 'n': 1}`],
  [`Client(token=SecretStr('s'), n=1)`, 'Client(token=*, n=1)'],
  [`[(b'apiKey', b's'), (b'n', b'1')]`, `[(b'apiKey', '*'), (b'n', b'1')]`],
  ['x ["apiKey", "s"]', 'x ["apiKey", "*"]'],
  ['data: {"name":"apiKey","value":"s"}', 'data: {"name":"apiKey","value":"*"}'],
  [String.raw`{\"key\": \"apiKey\", \"value\": \"s\"`, String.raw`{\"key\": \"apiKey\", \"value\": \"*\"`],
  [`"apiKey": ${'1'.repeat(500)},`, '"apiKey": "*",'],
])('%s', (text, expected) => {
  expect(hide(text)).toBe(expected);
  expect(hide(expected)).toBe(expected);
});

test.each([
  ['the token: keep it safe, the token = 5, token limit = 5, token=5, no apiKey'],
  ['apiKey:\nnext, apiKey=&n=1, apiKey: None'],
  ['["a", "apiKey"], f("n", "s"), name: "n", value: "v"'],
  ['{"apiKey": null, "apiKey": true, "apiKey": "", \'apiKey\': None'],
  ['a: {"n": 1}, "apiKey" and {"b": "apiKey"}'],
  ['"apiKey":'],
  [': " = \' : ['],
])('%s stays what it is', (text) => {
  expect(hide(text)).toBe(text);
});

/** A value under the secret name, written as JSON, escaped so many times, with any text around it. */
const written = fc.record({
  value: fc.oneof(
    fc.string().map((more) => `sesame${more}`),
    fc.array(fc.constantFrom('sesame', 'x}]"\\', "it's"), { minLength: 1 }),
    fc.dictionary(fc.string(), fc.constantFrom('sesame', '"]'), { minKeys: 1 }),
  ),
  depth: fc.nat(3),
  before: fc.constantFrom('', 'data: ', '{"n":1} ', 'x=', '{"a":"'),
  after: fc.constantFrom('', ' and more', '\n\ndata: {}', '"}'),
  name: fc.constantFrom('"apiKey":', '"apiKey" : ', '"apiKey"='),
});

test('however often it is escaped, and whatever stands around it, no part of a secret survives; twice is the same as once', () => {
  fc.assert(
    fc.property(written, ({ value, depth, before, after, name }) => {
      let text = `{"n":1,${name}${JSON.stringify(value)},"end":2}`;
      for (let level = 0; level < depth; level++) text = JSON.stringify(text).slice(1, -1);
      const once = hide(before + text + after);
      expect(once).not.toContain('sesame');
      expect(once.startsWith(before)).toBe(true);
      expect(once.endsWith(after)).toBe(true);
      expect(once).toContain('end');
      expect(hide(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});

test('any text: never an error, and nothing is changed that has no secret name', () => {
  const parts = fc.constantFrom(
    '"',
    "'",
    '\\',
    ':',
    '=',
    '{',
    '}',
    '[',
    ']',
    ' ',
    'apiKey',
    'token',
    'name',
    'value',
    '(',
    'b',
    'a',
    '1',
    ',',
    '\n',
  );
  const text = fc.array(parts, { maxLength: 60 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, (any) => {
      const once = hide(any);
      if (!/apiKey|token/.test(any)) expect(once).toBe(any);
      expect(hide(once)).toBe(once);
    }),
    { numRuns: 5_000 },
  );
});

/** Each would take hours where the time grows with the square of the length. */
test.each([
  ['":', 1_000_000],
  ['"a":"', 400_000],
  ['\\"', 1_000_000],
  ['"apiKey":{', 200_000],
  ['apiKey=[', 250_000],
  ['"apiKey":"\\', 180_000],
  [`'apiKey':'`, 200_000],
  ['a: ', 700_000],
  ['  :', 700_000],
  ['\\\\\\":', 400_000],
  ['x', 2_000_000],
  ['apiKey: a="\n', 180_000],
  ['apiKey=(', 250_000],
  ['token:', 350_000],
  ['token: 1a', 220_000],
  ['("token","\\', 180_000],
  ['"name":"token"  ,"value" ', 80_000],
  [`apiKey=b'`, 220_000],
])('2 MB of %s take no time', { timeout: 10_000 }, (part, times) => {
  const text = part.repeat(times);
  hide(`"apiKey": "${text}`);
  expect(hide(text)).toContain(part.slice(0, 1));
});
