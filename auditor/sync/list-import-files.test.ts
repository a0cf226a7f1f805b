import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listImportFiles } from './list-import-files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-list-'));
  mkdirSync(join(folder, 'deep', '.hidden'), { recursive: true });
  for (const name of ['b.json', 'a.bin', 'a.meta.json', '.secret', 'deep/c', 'deep/.hidden/d.json']) {
    writeFileSync(join(folder, name), '');
  }
  symlinkSync(join(folder, 'b.json'), join(folder, 'deep', 'link'));
  symlinkSync(folder, join(folder, 'deep', 'loop'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const listAll = (...paths: readonly string[]) =>
  listImportFiles(paths.map((path) => (path === '-' ? path : join(folder, path))));
const list = (...paths: readonly string[]) => listAll(...paths).files;
const names = (files: readonly string[]) => files.map((file) => file.replace(`${folder}/`, ''));

test('folders with all below, patterns, names, standard input; each once', () => {
  expect(names(list(''))).toEqual(['a.bin', 'b.json', 'deep/c', 'deep/link']);
  expect(names(list('*.{json,bin}'))).toEqual(['a.bin', 'a.meta.json', 'b.json']);
  expect(names(list('de*'))).toEqual(['deep/c', 'deep/link']);
  expect(names(list('b.json', '-', 'b.json'))).toEqual(['b.json', '-']);
});

test('what leads to nothing', () => {
  expect(() => list('absent')).toThrow(expect.objectContaining({ code: 'wrong-usage' }));
  expect(() => list('*.xml')).toThrow(/^No file fits /);
});

test('links in a circle are left to whoever reads them: the files beside them are listed', () => {
  const circle = join(folder, '.circle');
  mkdirSync(circle);
  symlinkSync('b', join(circle, 'a.json'));
  symlinkSync('a.json', join(circle, 'b'));
  writeFileSync(join(circle, 'good.json'), '');
  expect(names(list('.circle'))).toEqual(['.circle/a.json', '.circle/b', '.circle/good.json']);
});

test('what is left out is counted: hidden files, pipes, links to folders, names that are not UTF-8', () => {
  const left = () => Object.fromEntries(listAll('').skipped);
  expect(left()).toEqual({ hidden: 3, 'pipes, devices or links to folders': 2 });
  const name = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]);
  writeFileSync(name, '');
  mkdirSync(Buffer.concat([name, Buffer.from('s')]));
  expect(left()).toMatchObject({ 'of a name that is not UTF-8': 2 });
  expect(names(list(''))).toEqual(['a.bin', 'b.json', 'deep/c', 'deep/link']);
  expect(listAll('b.json').skipped.size).toBe(0);
});

test('a folder that cannot be listed for another reason than that it is forbidden ends the listing', () => {
  const deep = mkdtempSync(join(tmpdir(), 'tickscope-list-deep-'));
  // Longer than a path may be: it can only be put together.
  const half = Array.from({ length: 10 }, () => 'd'.repeat(250));
  const [below, apart] = [join(deep, 'a', ...half, 'b'), join(deep, 'b')];
  mkdirSync(join(deep, 'a', ...half), { recursive: true });
  mkdirSync(join(apart, ...half), { recursive: true });
  renameSync(apart, below);
  try {
    expect(() => listImportFiles([deep])).toThrow(expect.objectContaining({ code: 'ENAMETOOLONG' }));
  } finally {
    renameSync(below, apart);
    rmSync(deep, { recursive: true });
  }
});
