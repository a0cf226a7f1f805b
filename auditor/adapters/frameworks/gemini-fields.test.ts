import { expect, test } from 'vitest';
import { geminiCount, geminiField, geminiText } from './gemini-fields.ts';

test('a field is found in camel case and in snake case, and its key told', () => {
  expect(geminiField({ functionCall: 1 }, 'functionCall')).toEqual({ key: 'functionCall', value: 1 });
  expect(geminiField({ function_call: 1 }, 'functionCall')).toEqual({ key: 'function_call', value: 1 });
});

test('null and what is not there are absent; so is another type', () => {
  expect(geminiField({ functionCall: null }, 'functionCall')).toBeUndefined();
  expect(geminiField(undefined, 'x')).toBeUndefined();
  expect(geminiField([], 'constructor')).toBeUndefined();
  expect(geminiText({ model_version: 3 }, 'modelVersion')).toBeUndefined();
  expect(geminiCount({ promptTokenCount: '3' }, 'promptTokenCount')).toBeUndefined();
});
