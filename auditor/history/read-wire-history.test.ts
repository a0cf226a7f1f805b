import { expect, test } from 'vitest';
import { toBinary } from './_scripted/foreign-forms.ts';
import { sampleHistory } from './_scripted/sample-history.ts';
import { readWireHistory } from './read-wire-history.ts';

const bytes = toBinary(sampleHistory());
const read = (start: number, end: number) => readWireHistory({ bytes, start, end, format: 'any', notes: [] });

test('events of a part of a file', () => {
  const padded = Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('y')]);
  const history = readWireHistory({
    bytes: padded,
    start: 2,
    end: padded.length - 1,
    format: 'any',
    notes: [],
  });
  expect(history).toMatchObject({ format: 'any', eventCount: 8, ids: { workflowId: 'trader' } });
});

test('no events, or half of one', () => {
  expect(() => read(0, 0)).toThrow('is cut off or damaged after event number 0.');
  expect(() => read(0, bytes.length - 1)).toThrow('is cut off or damaged after event number 7.');
});
