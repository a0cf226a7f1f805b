import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decompress } from './decompress.ts';

const TEXT = Buffer.from('{"events":[]}');

test('told by the first bytes', () => {
  expect(decompress(TEXT)).toEqual({ bytes: TEXT, compressions: [] });
  expect(decompress(gzipSync(TEXT))).toEqual({ bytes: TEXT, compressions: ['gzip'] });
  expect(decompress(zstdCompressSync(TEXT))).toEqual({ bytes: TEXT, compressions: ['zstd'] });
  expect(decompress(Buffer.alloc(0))).toEqual({ bytes: Buffer.alloc(0), compressions: [] });
});

test('what was compressed twice is read; without end it is refused', () => {
  const twice = gzipSync(zstdCompressSync(TEXT));
  expect(decompress(twice)).toEqual({ bytes: TEXT, compressions: ['gzip', 'zstd'] });
  expect(() => decompress(gzipSync(gzipSync(twice)))).toThrow('is compressed more than 3 times over.');
  const bomb = gzipSync(gzipSync(Buffer.alloc(80 * 1024 * 1024)));
  expect(() => decompress(bomb)).toThrow('is gzip that grows beyond 64 MiB');
});

test.each([
  ['gzip', gzipSync],
  ['zstd', zstdCompressSync],
])('a bomb in %s is refused before it fills the memory', (name, compress) => {
  const bomb = compress(Buffer.alloc(80 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(100_000);
  expect(() => decompress(bomb)).toThrow(
    `is ${name} that grows beyond 64 MiB, 250 times its size or the most that is read: it may be a bomb.`,
  );
});

test.each([
  ['gzip', gzipSync(TEXT)],
  ['zstd', zstdCompressSync(TEXT)],
])('damaged %s', (name, bytes) => {
  expect(() => decompress(bytes.subarray(0, -5))).toThrow(new RegExp(`^is damaged ${name}: `));
});
