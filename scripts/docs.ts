/** `npm run docs`: writes the pages of docs/ that describe code from that code. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GENERATED_PAGES } from './docs/all-pages.ts';
import { ROOT } from './set-up.ts';

for (const { path, generate } of GENERATED_PAGES) {
  await writeFile(join(ROOT, path), await generate());
  console.error(path);
}
if (process.connected) process.disconnect();
