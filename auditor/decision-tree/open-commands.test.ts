import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { findOpenCommands } from './open-commands.ts';

test('what has no outcome stays open, by name', () => {
  const history = new HistoryWriter();
  history.schedule('slow');
  history.activity('quick', {});
  history.timer('tick 2');
  history.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', { workflowId: 'child' });
  const open = findOpenCommands(history.events.map(toDecodedEvent), []);
  expect(open.map(({ name }) => name)).toEqual(['slow', 'tick 2', 'child']);
});

test('an outcome closes a command of an earlier tick', () => {
  const history = new HistoryWriter();
  history.fire(40);
  const before = [
    { eventId: 40, kind: 'TIMER_STARTED', name: 't' },
    { eventId: 41, kind: 'TIMER_STARTED', name: 'u' },
  ];
  expect(findOpenCommands(history.events.map(toDecodedEvent), before)).toEqual([before[1]]);
});

test('only the newest five hundred are kept', () => {
  const history = new HistoryWriter();
  for (let index = 0; index < 510; index += 1) history.schedule(`a${index}`);
  const open = findOpenCommands(history.events.map(toDecodedEvent), []);
  expect([open.length, open[0]?.name]).toEqual([500, 'a10']);
});
