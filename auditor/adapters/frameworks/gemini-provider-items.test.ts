import { expect, test } from 'vitest';
import { toPlaceOf, writeActivity } from '../_recorded/read-activity.ts';
import { toGeminiProviderItem } from './gemini-provider-items.ts';

const place = toPlaceOf(writeActivity('a', {}), 'p');

test('code that Gemini wrote and ran, and what it printed', () => {
  const part = { executableCode: { language: 'PYTHON', code: 'print(2+2)' } };
  expect(toGeminiProviderItem(part, place)).toMatchObject({
    kind: 'tool-call',
    call: {
      id: '',
      name: 'code_execution',
      arguments: 'print(2+2)',
      place: { path: ['p', 'executableCode', 'code'] },
    },
  });
  const ran = (outcome: string) => ({ code_execution_result: { outcome, output: '4' } });
  expect(toGeminiProviderItem(ran('OUTCOME_OK'), place)).toMatchObject({
    ...{ kind: 'tool-result', callId: '', name: 'code_execution', text: '4', byProvider: 'completed' },
    place: { path: ['p', 'code_execution_result', 'output'] },
  });
  expect(toGeminiProviderItem(ran('OUTCOME_FAILED'), place)).toMatchObject({ byProvider: 'failed' });
  expect(toGeminiProviderItem(ran('?'), place)).toMatchObject({ byProvider: 'unknown' });
});

test('its other tools, by type', () => {
  const call = { toolCall: { id: 'g', toolType: 'GOOGLE_SEARCH_WEB', args: { queries: ['q'] } } };
  expect(toGeminiProviderItem(call, place)).toMatchObject({
    call: { id: 'g', name: 'google_search_web', arguments: { queries: ['q'] } },
  });
  const answer = { toolResponse: { id: 'g', toolType: 'GOOGLE_SEARCH_WEB', response: { a: 1 } } };
  expect(toGeminiProviderItem(answer, place)).toMatchObject({
    callId: 'g',
    text: '{"a":1}',
    byProvider: 'completed',
  });
});

test('other parts are none', () => {
  expect(toGeminiProviderItem({ functionCall: { name: 'f' } }, place)).toBeUndefined();
  expect(toGeminiProviderItem(null, place)).toBeUndefined();
});
