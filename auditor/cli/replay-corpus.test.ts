import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listHistoryFiles, readReplayInput } from './replay-corpus.ts';

const EVENT = {
  eventId: '1',
  eventTime: '2026-01-20T21:00:00Z',
  eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
  workflowExecutionStartedEventAttributes: { workflowType: { name: 'trade' }, workflowId: 'w-1' },
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-'));
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'b.json'), JSON.stringify({ events: [EVENT] }));
  writeFileSync(join(folder, 'deep', 'a.json'), JSON.stringify({ events: [EVENT] }));
  writeFileSync(join(folder, 'b.meta.json'), '{}');
  writeFileSync(join(folder, 'notes.txt'), 'not a history');
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a folder gives its histories, without descriptions and other files', () => {
  expect(listHistoryFiles([folder])).toEqual([join(folder, 'b.json'), join(folder, 'deep', 'a.json')]);
});

test('a file is taken as named', () => {
  expect(listHistoryFiles([join(folder, 'notes.txt')])).toEqual([join(folder, 'notes.txt')]);
});

test('a file named twice is replayed once', () => {
  expect(listHistoryFiles([folder, join(folder, 'b.json')])).toHaveLength(2);
});

test('a path that does not exist is wrong usage', () => {
  expect(() => listHistoryFiles([join(folder, 'none')])).toThrow(
    expect.objectContaining({ code: 'wrong-usage' }),
  );
});

test('a history is ready for replay, with the workflow id that it states', () => {
  expect(readReplayInput(join(folder, 'b.json'))).toMatchObject({
    workflowId: 'w-1',
    history: expect.any(Uint8Array),
  });
});

test('another file is listed with the reason', () => {
  expect(readReplayInput(join(folder, 'notes.txt'))).toMatchObject({
    reason: expect.stringContaining('notes.txt'),
  });
});

test('a history that may only be viewed is not replayed', () => {
  const file = join(folder, 'shown.json');
  writeFileSync(file, JSON.stringify({ viewOnly: 'shown as values', events: [EVENT] }));
  const reason = `${file} may only be viewed: shown as values.`;
  expect(readReplayInput(file)).toEqual({ name: file, reason });
  rmSync(file);
});
