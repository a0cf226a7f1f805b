import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders whose code ends up in the workflow bundle, and those that say how it is built. */
const FOLDERS = ['agent/contract', 'agent/policy', 'agent/workflows', 'agent/worker'];

/** Equal digests build equal bundles: our sources, and the versions of everything else. */
export function digestBundleInputs(): string {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const hash = createHash('sha256').update(root);
  for (const path of ['package-lock.json', ...FOLDERS.flatMap((folder) => listSources(root, folder))]) {
    const content = readFileSync(join(root, path));
    hash.update(`\0${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

const listSources = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));
