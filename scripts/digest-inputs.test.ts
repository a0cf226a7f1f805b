import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestInputs } from './digest-inputs.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tickscope-digest-'));
  await mkdir(join(root, 'app/node_modules'), { recursive: true });
  await writeFile(join(root, 'app/page.tsx'), 'one');
});
afterEach(() => rm(root, { recursive: true }));

const digest = () => digestInputs(root, ['app/**', 'next.config.ts']);

test('another byte, another name and a new file each change the digest', async () => {
  const digests = [await digest()];
  await writeFile(join(root, 'app/page.tsx'), 'two');
  digests.push(await digest());
  await writeFile(join(root, 'next.config.ts'), '');
  digests.push(await digest());
  await rm(join(root, 'app/page.tsx'));
  await writeFile(join(root, 'app/pages.tsx'), 'two');
  digests.push(await digest());
  expect(new Set(digests).size).toBe(4);
});

test('tests and packages change nothing', async () => {
  const before = await digest();
  await writeFile(join(root, 'app/page.test.ts'), 'x');
  await writeFile(join(root, 'app/node_modules/a.js'), 'x');
  expect(await digest()).toBe(before);
});
