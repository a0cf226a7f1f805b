import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEntryFile } from './entry-file.ts';
import { createOrderBook } from './order-book.ts';
import { toOrderExample } from './order-example.ts';

const noon = () => new Date('2026-01-20T12:00:00Z');
let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broker-'));
  path = join(folder, 'mockoon', 'broker.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens the file, does something with its book and closes it; returns what was reported. */
function openBook(use: (book: ReturnType<typeof createOrderBook>) => void): string[] {
  const reports: string[] = [];
  const file = openEntryFile(path, (line) => reports.push(line));
  try {
    use(createOrderBook(file, noon));
  } finally {
    file.close();
  }
  return reports;
}

test('What was placed is known after the file is opened again, and numbers go on', () => {
  openBook((book) => book.place(toOrderExample({ clOrdId: 'w:1' })));
  const reports = openBook((book) => {
    expect(book.place(toOrderExample({ clOrdId: 'w:1' }))).toMatchObject({
      kind: 'known',
      report: { execId: 'exec-000001' },
    });
    expect(book.place(toOrderExample({ clOrdId: 'w:2' }))).toMatchObject({
      kind: 'new',
      report: { execId: 'exec-000002' },
    });
  });
  expect(reports).toEqual([]);
});

test('A last line that was cut off is dropped, reported, and no obstacle for the next one', () => {
  openBook((book) => book.place(toOrderExample({ clOrdId: 'w:1' })));
  const intact = readFileSync(path, 'utf8');
  appendFileSync(path, intact.slice(0, 40));
  const reports = openBook((book) => book.place(toOrderExample({ clOrdId: 'w:2' })));
  expect(reports).toEqual([expect.stringContaining('its 40 bytes were dropped')]);
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
  expect(openBook((book) => expect(book.find('w:2')).toBeDefined())).toEqual([]);
});

test('A damaged line elsewhere stops the broker: its key could be filled again', () => {
  openBook((book) => book.place(toOrderExample({ clOrdId: 'w:1' })));
  writeFileSync(path, `{"order":1}\n${readFileSync(path, 'utf8')}`);
  expect(() => openBook(() => undefined)).toThrow(/line 1 is no order/);
});
