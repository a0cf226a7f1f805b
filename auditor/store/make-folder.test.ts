import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

test('makes what is missing, and leaves what is there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickscope-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const inner = join(folder, 'a', 'b', 'c');
  makeFolder(inner);
  makeFolder(inner);
  expect(statSync(inner).isDirectory()).toBe(true);
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file', 'x'))).toThrow(/ENOTDIR|EEXIST/);
});

test('where no folder can be made it says so at once', () => {
  expect(() => makeFolder('/proc/tickscope/data')).toThrow(/ENOENT|EACCES|EPERM|EROFS/);
  expect(existsSync('/proc/tickscope')).toBe(false);
});
