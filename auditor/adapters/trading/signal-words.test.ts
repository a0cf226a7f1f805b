import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import type { Json } from '../../model/history-event.ts';
import { readSignals } from './read-signals.ts';
import { readTimer } from './read-timer.ts';
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
});

test('a halt without a name counts, a resume without one does not', () => {
  expect(toWords('halt', 'now').text).toBe('Somebody without a name halted the agent.');
  expect(toWords('resume', { reason: 'x' }).text).toContain('ignored by the agent as malformed');
});

test('broken news and unknown signals are told as such', () => {
  expect(toWords('injectNews', { headline: 7 }).text).toContain('ignored');
  expect(toWords('selfDestruct', {}).text).toContain('does not know what it means');
  expect(toSender(receive('stop', { by: 'desk-7', reason: '' }))).toBe('desk-7');
  expect(toSender(receive('stop', { by: 'desk-7' }))).toBe('Somebody without a name');
});

test.each([
  ['resume', { by: '', reason: '' }],
  ['resume', { by: 'x'.repeat(201), reason: '' }],
  ['resume', { by: 'ops', reason: 'x'.repeat(501) }],
  ['resume', { by: 'ops', reason: '', urgent: true }],
  ['resume', { by: 'ops\ud800', reason: '' }],
  ['injectNews', { headline: 'x'.repeat(501), sentiment: 0, by: 'desk' }],
  ['injectNews', { headline: '', sentiment: 0, by: 'desk' }],
  ['injectNews', { headline: 'Fraud!', sentiment: -1.01, by: 'desk' }],
  ['injectNews', { headline: 'Fraud!', sentiment: 0, by: 'desk', source: 'x' }],
])('%s of a form that the agent refuses is not told as done', (name, argument) => {
  const { text, quote } = toWords(name, argument);
  expect(text).toContain('ignored by the agent as malformed');
  expect(quote).toBeUndefined();
});

test('a malformed halt counts, but neither its name nor its reason', () => {
  expect(toWords('halt', { by: 'ops', reason: 7 })).toEqual({
    text: 'Somebody without a name halted the agent.',
  });
});

test('a fast-forward cut the wait short only where a timer ran then and was canceled after it', () => {
  const toForwardText = (ending: 'TIMER_CANCELED' | 'TIMER_FIRED', order: readonly string[]) => {
    const history = new HistoryWriter();
    let timer = 0;
    for (const step of order) {
      if (step === 'start') timer = history.timer('tick 1');
      if (step === 'end') history.fire(timer, ending);
      if (step === 'signal') history.signal('fastForwardTick', null);
    }
    const events = history.events.map(toDecodedEvent);
    const [signal] = readSignals(events);
    return signal && toSignalWords(signal, readTimer(events, /^tick/));
  };
  expect(toForwardText('TIMER_CANCELED', ['start', 'signal', 'end'])).toMatchObject({
    text: 'A fast-forward signal came in, and the wait for the tick was cut short after it.',
    shownBy: { eventId: 3 },
  });
  const plain = { text: 'A fast-forward signal came in.' };
  expect(toForwardText('TIMER_FIRED', ['start', 'signal', 'end'])).toEqual(plain);
  expect(toForwardText('TIMER_CANCELED', ['start', 'end', 'signal'])).toEqual(plain);
  expect(toForwardText('TIMER_CANCELED', ['signal', 'start', 'end'])).toEqual(plain);
  expect(toForwardText('TIMER_CANCELED', ['start', 'signal'])).toEqual(plain);
  expect(toForwardText('TIMER_CANCELED', ['signal'])).toEqual(plain);
});
