import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHostFile } from './read-host-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-host-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('address and namespace of the running host', () => {
  writeFileSync(
    join(folder, 'host.json'),
    '{"pid":1,"temporalAddress":"127.0.0.1:7300","namespace":"trading"}',
  );
  expect(readHostFile(folder)).toEqual({ address: '127.0.0.1:7300', namespace: 'trading' });
});

test.each(['', '{', '{"temporalAddress":7300}', '[]'])('absent when the file says %j', (content) => {
  writeFileSync(join(folder, 'host.json'), content);
  expect(readHostFile(folder)).toBeUndefined();
});

test('absent when there is no host', () => {
  expect(readHostFile(folder)).toBeUndefined();
});
