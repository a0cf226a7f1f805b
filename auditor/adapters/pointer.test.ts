import { expect, test } from 'vitest';
import { findAll, parsePointer } from './pointer.ts';

const VALUE = { 'a/b': { 'm~n': 1 }, list: [{ x: 1 }, { x: 2 }, { y: 3 }], '*': 'star' };
const at = (pointer: string) => findAll(VALUE, parsePointer(pointer)).map(({ value }) => value);

test('as RFC 6901 writes it, with * for every index', () => {
  expect(at('/a~1b/m~0n')).toEqual([1]);
  expect(at('/list/1/x')).toEqual([2]);
  expect(at('/list/*/x')).toEqual([1, 2]);
  expect(at('')).toEqual([VALUE]);
  expect(at('/*')).toEqual(['star']);
  expect(findAll(VALUE, parsePointer('/list/*/x')).map(({ path }) => path)).toEqual([
    ['list', 0, 'x'],
    ['list', 1, 'x'],
  ]);
});

test('what is not there is not found', () => {
  for (const pointer of [
    '/none',
    '/list/9',
    '/list/01',
    '/list/-1',
    '/list/x',
    '/__proto__',
    '/list/length',
  ]) {
    expect(at(pointer)).toEqual([]);
  }
});
