import { expect, test } from 'vitest';
import { isDefinition } from './is-definition.ts';

test('schemas, tools and settings are no values that a model was shown', () => {
  const request = ['input', 0, 'request'];
  expect(isDefinition([...request, 'outputType', 'schema', 'properties', 'quantity', 'maximum'])).toBe(true);
  expect(isDefinition([...request, 'tools', 0, 'description'])).toBe(true);
  expect(isDefinition([...request, 'modelSettings', 'maxTokens'])).toBe(true);
  expect(isDefinition([...request, 'input', 3, 'content'])).toBe(false);
  expect(isDefinition(['input', 0, 'messages', 1, 'tools', 'quantity'])).toBe(false);
  expect(isDefinition(['input', 0, 'systemPrompt'])).toBe(false);
  expect(isDefinition(['input', 0, 'history', 3, 'output', 'schema', 'price'])).toBe(false);
  expect(isDefinition(['input', 0, 2, 'tools', 'limit'])).toBe(false);
});
