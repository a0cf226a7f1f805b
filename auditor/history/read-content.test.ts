import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBytes, toContent } from './read-content.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-content-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a file, whole', () => {
  const file = join(folder, 'a.json');
  writeFileSync(file, '{"a":1}');
  expect(readBytes(file).toString()).toBe('{"a":1}');
  writeFileSync(file, '');
  expect(readBytes(file).length).toBe(0);
});

test('what cannot be read says why', () => {
  expect(() => readBytes(join(folder, 'absent'))).toThrow(/^cannot be read: ENOENT/);
  expect(() => readBytes(folder)).toThrow('is a folder.');
  const huge = join(folder, 'huge.json');
  writeFileSync(huge, '');
  truncateSync(huge, 600 * 1024 * 1024);
  expect(() => readBytes(huge)).toThrow('is larger than 512 MiB, the most that is read.');
});

test('text, in UTF-8 or UTF-16, and what is no text', () => {
  expect(toContent(Buffer.from(' {"a":"é"}'))).toMatchObject({ kind: 'text', notes: [] });
  const marked = toContent(Buffer.from('\ufeff[1]'));
  expect(marked).toMatchObject({ kind: 'text' });
  expect(marked.bytes.toString()).toBe('[1]');
  const wide = toContent(Buffer.from('\ufeff{"a":"é"}', 'utf16le'));
  expect(wide).toMatchObject({ kind: 'text', notes: ['written as UTF-16'] });
  expect(wide.bytes.toString()).toBe('{"a":"é"}');
  expect(toContent(Buffer.from([0x0a, 0x02, 0x08, 0x01]))).toMatchObject({ kind: 'binary' });
  expect(toContent(Buffer.from('\n{"a":1}'))).toMatchObject({ kind: 'text' });
});

test.each([
  ['is empty.', Buffer.alloc(0)],
  ['is not UTF-8.', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ['is not UTF-8.', Buffer.from('{"a":"é"}', 'latin1')],
  ['is damaged UTF-16.', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
])('%s', (message, bytes) => {
  expect(() => toContent(bytes)).toThrow(expect.objectContaining({ code: 'not-a-history', message }));
});
