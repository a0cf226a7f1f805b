import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program to run in a sandbox. */
export interface SandboxProgram {
  readonly path: string;
  /** Module loaded before it. Absent when: none is needed. */
  readonly preload?: string;
  /** Files and folders that it may read: itself and what it imports. */
  readonly readable: readonly string[];
  /** Hex SHA-256: equal digests ran equal code. */
  readonly digest: string;
}

/** The backtest program of this checkout. */
export function describeBacktestProgram(): SandboxProgram {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const folder = join(here, 'program') + sep;
  const protocol = join(here, 'protocol.ts');
  const packages = ['trading-signals', 'zod'].map(findPackage);
  return {
    path: join(folder, 'backtest-program.ts'),
    preload: join(folder, 'deny-network.ts'),
    readable: [folder, protocol, ...packages],
    digest: digestFiles([
      ...listSources(folder),
      protocol,
      ...packages.map((path) => join(path, 'package.json')),
    ]),
  };
}

/** Folder of an installed package, wherever npm has put it. */
function findPackage(name: string): string {
  const entry = fileURLToPath(import.meta.resolve(name));
  const end = entry.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length;
  return entry.slice(0, end) + sep;
}

const listSources = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));

function digestFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = readFileSync(path);
    // Names and lengths too, so that a line moved from one file to the next changes the digest.
    hash.update(`${path.slice(dirname(dirname(path)).length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
