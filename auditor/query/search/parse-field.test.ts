import { expect, test } from 'vitest';
import { parseField } from './parse-field.ts';

test('paths, operators and values', () => {
  expect(parseField('price>100')).toEqual({ path: ['price'], operator: '>', value: 100 });
  expect(parseField('order.qty<=-1.5')).toEqual({ path: ['order', 'qty'], operator: '<=', value: -1.5 });
  expect(parseField('note="a b"')?.value).toBe('a b');
  expect(parseField('isOpen!=true')).toEqual({ path: ['isOpen'], operator: '!=', value: true });
  expect(parseField('x=null')?.value).toBeNull();
});

test('what is no condition is a word', () => {
  for (const text of ['price', '>100', 'price>', 'a.>1', '12=3', '->x'])
    expect(parseField(text)).toBeUndefined();
});
