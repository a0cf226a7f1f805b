import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { idMember, listMember, member, numberMember, objectMember, textMember } from './json-members.ts';

const value: Json = { text: 'a', id: '42', number: 1.5, list: [1], object: { b: 2 } };

test('members of the asked kind are given', () => {
  expect(textMember(value, 'text')).toBe('a');
  expect(idMember(value, 'id')).toBe(42);
  expect(numberMember(value, 'number')).toBe(1.5);
  expect(listMember(value, 'list')).toEqual([1]);
  expect(objectMember(value, 'object')).toEqual({ b: 2 });
});

test('another kind, a missing member and a value without members give nothing', () => {
  expect(textMember(value, 'id2')).toBeUndefined();
  expect(textMember(value, 'number')).toBeUndefined();
  expect(numberMember(value, 'text')).toBeUndefined();
  expect(listMember(value, 'object')).toEqual([]);
  expect(objectMember(value, 'list')).toBeUndefined();
  for (const none of [null, 'text', 7, [1], undefined]) expect(member(none, 'length')).toBeUndefined();
});

test('inherited names are no members', () => {
  expect(member({}, 'constructor')).toBeUndefined();
  expect(member({}, '__proto__')).toBeUndefined();
});

test('ids that are no positive whole numbers give nothing', () => {
  for (const id of ['0', '-1', '1.5', 'x', '99999999999999999999', 0, 1.5, null]) {
    expect(idMember({ id }, 'id')).toBeUndefined();
  }
});
