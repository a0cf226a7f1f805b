import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeInCache } from './place-in-cache.ts';

let folder: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickscope-cache-'));
  target = join(folder, 'cli-1', 'tool');
});
afterEach(() => rm(folder, { recursive: true }));

const make = (text: string) => async (where: string) => {
  await writeFile(join(where, 'made'), text);
  return join(where, 'made');
};

test('the file arrives whole and executable, and nothing else stays', async () => {
  await placeInCache(target, make('tool'));
  expect(await readFile(target, 'utf8')).toBe('tool');
  expect((await stat(target)).mode & 0o111).toBe(0o111);
  expect(await readdir(dirname(target))).toEqual(['tool']);
});

test('a failure leaves neither the file nor its beginnings', async () => {
  await expect(
    placeInCache(target, async (where) => {
      await writeFile(join(where, 'half'), 'ha');
      throw new Error('connection lost');
    }),
  ).rejects.toThrow('connection lost');
  expect(await readdir(dirname(target))).toEqual([]);
});

test('several at once: all succeed and the file is one of theirs', async () => {
  const texts = Array.from({ length: 10 }, (_, index) => `tool ${index}`.repeat(1000));
  await Promise.all(texts.map((text) => placeInCache(target, make(text))));
  expect(texts).toContain(await readFile(target, 'utf8'));
  expect(await readdir(dirname(target))).toEqual(['tool']);
});
