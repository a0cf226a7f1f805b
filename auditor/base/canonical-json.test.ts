import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { toCanonicalJson } from './canonical-json.ts';

test('RFC 8785 §3.2.2: literals, numbers and strings', () => {
  const sample = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  );
  expect(toCanonicalJson(sample)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('RFC 8785 §3.2.3: keys in the order of UTF-16 code units', () => {
  const sample = JSON.parse(
    '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
  );
  expect(Object.values(JSON.parse(toCanonicalJson(sample)))).toContain('Control');
  expect([...toCanonicalJson(sample).matchAll(/:"([^"]+)"/g)].map((match) => match[1])).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

// RFC 8785, appendix B: IEEE 754 bits and their text.
test.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
])('number with bits %s is %s', (bits, text) => {
  expect(toCanonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
});

test.each<[string, Json]>([
  ['a lone high surrogate', '\ud800'],
  ['a lone low surrogate in a key', { 'a\udc00b': 1 }],
  ['NaN', Number.NaN],
  ['Infinity', [Number.POSITIVE_INFINITY]],
])('refuses %s', (_name, value) => {
  expect(() => toCanonicalJson(value)).toThrow(expect.objectContaining({ code: 'history-invalid' }));
});

test('refuses nesting that would end the process', () => {
  expect(() => toCanonicalJson(JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`))).toThrow(
    expect.objectContaining({ code: 'history-invalid' }),
  );
});

test('a key __proto__ is a key like any other', () => {
  expect(toCanonicalJson(JSON.parse('{"b":1,"__proto__":{"x":2}}'))).toBe('{"__proto__":{"x":2},"b":1}');
});

test('the text means the value and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (any) => {
      const value: Json = JSON.parse(JSON.stringify(any));
      const text = toCanonicalJson(value);
      expect(JSON.parse(text)).toEqual(value);
      expect(toCanonicalJson(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
