import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { TradingHistory } from './_recorded/trading-history.ts';
import { readMemo } from './read-memo.ts';
import { tickNoteV1 } from './schemas-v1.ts';

test('values under a key are read in order; other keys and broken values are left out', () => {
  const history = new TradingHistory().note('failed', 'broker', 'a');
  history.memo('tickNote', { tick: 'x' });
  history.memo('strategy', {});
  history.note('held', 'no-valid-intent', 'b');
  const notes = readMemo(tickNoteV1, history.events.map(toDecodedEvent), 'tickNote');
  expect(notes.map(({ value, event }) => [value.detail, event.eventId])).toEqual([
    ['a', 1],
    ['b', 4],
  ]);
  expect(notes[0]?.path).toEqual(['upsertedMemo', 'fields', 'tickNote']);
});
