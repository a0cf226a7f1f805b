import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkKeys } from './check-keys.ts';

const check = (text: string, members: number, where?: string) =>
  checkKeys(JSON.parse(text), members, () => text, where);

test.each([
  ['{"a":[{"b":1},{"b":2,"c":{"d":null}}],"e":"x"}', 6],
  ['"text"', 0],
  ['{"__proto__":{"a":1}}', 2],
  [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 0],
])('as many members as the text has', (text, members) => {
  check(text, members);
});

test.each([
  ['{"a":1,"b":2,"a":3}', 3, 'a'],
  [String.raw`{"eventId":"5","event\u0049d":"6"}`, 2, 'eventId'],
  ['[{"a":1},{"a":":","b":"{\\"b\\":1}","b":0}]', 4, 'b'],
  ['{"x":[{"y":{"__proto__":1,"__proto__":2}}]}', 4, '__proto__'],
  [`{"a":"${'\\n'.repeat(2_000_000)}","b":1,"b":2}`, 3, 'b'],
])('a key that is there twice', (text, members, key) => {
  const message = `has the key "${key}" twice in one object.`;
  expect(() => check(text, members)).toThrow(expect.objectContaining({ code: 'history-invalid', message }));
  expect(() => check(text, members, ': event 1')).toThrow(`: event 1 ${message}`);
});

test('one more member than JSON.parse found is found for any JSON', () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
  fc.assert(
    fc.property(object, (value) => {
      const text = JSON.stringify(value);
      const [key] = Object.keys(value);
      const twice = `${text.slice(0, -1)},${JSON.stringify(key)}:0}`;
      const members = countColons(twice);
      expect(() => check(text, members - 1)).not.toThrow();
      expect(() => check(twice, members)).toThrow(`has the key ${JSON.stringify(key?.slice(0, 80))} twice`);
    }),
  );
});

/** Members of a JSON text, counted in another way than the product does. */
const countColons = (text: string): number => text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
