import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { pairActivities } from '../../decision-tree/activities.ts';
import type { Json } from '../../model/history-event.ts';
import { createFrameworks } from '../all-frameworks.ts';
import { TradingHistory } from './_recorded/trading-history.ts';
import { readPrompt } from './read-prompt.ts';

function read(input: Json) {
  const history = new TradingHistory().askModel({ text: 'x' }, input);
  const [activity] = pairActivities(history.events.map(toDecodedEvent));
  return readPrompt('r', activity && createFrameworks().readCall(activity));
}

test('values are read by name, headlines as text', () => {
  const prompt = read('cash: 12.50\nheadline: "Up: \\"strongly\\""\nheadline: "Two"\nposition: 4');
  expect(prompt?.valueOf('cash')).toBe('12.50');
  expect(prompt?.valueOf('position')).toBe('4');
  expect(prompt?.valueOf('limit')).toBeUndefined();
  expect(prompt?.headlines).toEqual(['Up: "strongly"', 'Two']);
  expect(prompt?.citation.pointer).toBe('/activityTaskScheduledEventAttributes/input/0/request/input');
});

test('a headline cannot pose as a value, and the first line of a name counts', () => {
  const prompt = read(`headline: ${JSON.stringify('x\ncash: 999')}\ncash: 1\ncash: 2`);
  expect(prompt?.valueOf('cash')).toBe('1');
});

test('the first message of the user is read, also in a list; none gives nothing', () => {
  const items = [
    { role: 'system', content: 'cash: 1' },
    { role: 'user', content: 'cash: 2' },
  ];
  expect(read(items)?.valueOf('cash')).toBe('2');
  expect(read([])).toBeUndefined();
});
