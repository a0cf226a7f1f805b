import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCanonicalJson } from './canonical-json.ts';

it('writes the example of RFC 8785, section 3.2.3, byte for byte', () => {
  const given = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;
  expect(toCanonicalJson(JSON.parse(given))).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

it('sorts keys by UTF-16 code units, as the RFC shows', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
  const text = toCanonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
  expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
});

it('leaves out keys without a value', () => {
  expect(toCanonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
});

it.each([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  undefined,
  [undefined],
  '\ud800',
  { '\udc00': 1 },
  1n,
  () => 1,
])('refuses %s', (value) => {
  expect(() => toCanonicalJson(value)).toThrow(TypeError);
});

it('gives equal text for equal values, whatever the order of their keys, and reads back as the same value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      const text = toCanonicalJson(value);
      expect(toCanonicalJson(reversed)).toBe(text);
      // Through JSON once: JSON itself cannot tell −0 from 0.
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
