/** `npm run docs`: writes the pages that describe code or results from these. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GENERATED_PAGES } from './docs/all-pages.ts';
import { ROOT } from './set-up.ts';

for (const { path, generate } of GENERATED_PAGES) {
  await writeFile(join(ROOT, path), await generate());
  console.error(path);
}
if (process.connected) process.disconnect();
