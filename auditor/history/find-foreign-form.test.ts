import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { findForeignForm } from './find-foreign-form.ts';

const readable = { metadata: { encoding: 'json/plain' }, data: 'BUY' };

test.each<[string, Json]>([
  ['bare list', [{ eventId: '1' }]],
  ['HTTP API', { history: { events: [] } }],
  ['describes', { workflowExecutionInfo: {} }],
  ['snake_case', { events: [{ event_id: '1' }] }],
  ['readable form', { events: [{ eventId: '1', a: { input: { payloads: [readable] } } }] }],
])('%s', (word, json) => {
  expect(findForeignForm(json)).toContain(word);
});

test('the canonical form is not foreign, whatever a user wrote into a payload', () => {
  const payload = {
    metadata: { encoding: btoa('json/plain') },
    data: btoa('{"metadata":{"encoding":"json/plain"}}'),
  };
  expect(
    findForeignForm({ events: [{ eventId: '1', a: { input: { payloads: [payload] } } }] }),
  ).toBeUndefined();
  expect(findForeignForm(null)).toBeUndefined();
});

test('nesting without end is looked at no further', () => {
  const deep: Json = JSON.parse(`{"events":[${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}]}`);
  expect(findForeignForm(deep)).toBeUndefined();
});
