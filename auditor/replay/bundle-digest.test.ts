import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBundleDigest } from './bundle-digest.ts';

test('is the SHA-256 of the file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tickscope-'));
  await writeFile(join(folder, 'a.js'), 'abc');
  expect(await readBundleDigest(join(folder, 'a.js'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  await rm(folder, { recursive: true });
});

test('a bundle that is not there is named', async () => {
  await expect(readBundleDigest('/no/such/bundle.js')).rejects.toMatchObject({
    code: 'bundle-unusable',
    message: expect.stringContaining('/no/such/bundle.js'),
  });
});
