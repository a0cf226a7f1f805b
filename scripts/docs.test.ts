import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { GENERATED_PAGES } from './docs/all-pages.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test.each(GENERATED_PAGES)('$path says what the code is: else npm run docs', async ({ path, generate }) => {
  expect(await readFile(join(ROOT, path), 'utf8')).toBe(await generate());
});
