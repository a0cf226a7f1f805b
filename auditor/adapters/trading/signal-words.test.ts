import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import type { Json } from '../../model/history-event.ts';
import { readSignals } from './read-signals.ts';
import { toSender, toSignalWords } from './signal-words.ts';

function receive(name: string, argument: Json) {
  const history = new HistoryWriter();
  history.signal(name, argument);
  const [signal] = readSignals(history.events.map(toDecodedEvent));
  if (!signal) throw new Error('no signal');
  return signal;
}
const toWords = (name: string, argument: Json) => toSignalWords(receive(name, argument));

test('what people did, their reasons as quotations', () => {
  expect(toWords('halt', { by: 'ops', reason: 'drill' })).toEqual({
    text: 'ops halted the agent, with the reason',
    quote: 'drill',
  });
  expect(toWords('stop', { by: 'ops', reason: '' })).toEqual({ text: 'ops stopped the agent.' });
  expect(toWords('injectNews', { headline: 'Fraud!', sentiment: -0.9, by: 'desk' })).toEqual({
    text: 'News was injected by desk with sentiment -0.9',
    quote: 'Fraud!',
  });
  expect(toWords('fastForwardTick', null).text).toContain('cut short');
});

test('a halt without a name counts, a resume without one does not', () => {
  expect(toWords('halt', 'now').text).toBe('Somebody without a name halted the agent.');
  expect(toWords('resume', { reason: 'x' }).text).toContain('does not obey');
});

test('broken news and unknown signals are told as such', () => {
  expect(toWords('injectNews', { headline: 7 }).text).toContain('ignored');
  expect(toWords('selfDestruct', {}).text).toContain('does not know what it means');
  expect(toSender(receive('stop', { by: 'desk-7' }))).toBe('desk-7');
});
