import { expect, test } from 'vitest';
import { COMPARED_FORMS } from './compared-forms.ts';

test('integers of two halves and bytes as a list are texts', () => {
  const event = { taskId: { low: -1, high: 0, unsigned: false }, data: { type: 'Buffer', data: [104, 105] } };
  expect(COMPARED_FORMS.get('sdk-dump')?.(event)).toEqual({ taskId: '4294967295', data: 'aGk=' });
  expect(COMPARED_FORMS.get('snake-case')?.(event)).toEqual({ task_id: '4294967295', data: 'aGk=' });
  expect(COMPARED_FORMS.get('json-lines')?.(event)).toBe(event);
});

test('absent where payloads are values', () => {
  expect(COMPARED_FORMS.get('ui-readable')).toBeUndefined();
});
