import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { toBundleOptions } from './bundle-options.ts';
import { digestBundleInputs } from './digest-bundle-inputs.ts';

/** A workflow bundle on disk, named after its content. */
export interface WorkflowBundle {
  /** Absolute. */
  readonly path: string;
  /** Hex SHA-256 of the file; stands in the worker's build id, and so in every history. */
  readonly digest: string;
}

/**
 * Builds the workflow bundle, or finds the one built before from the same inputs.
 *
 * Shape: `<data>/bundles/<sha256>.js`, never overwritten, and `<inputs' digest>.built` beside it, which names it.
 */
export async function buildWorkflowBundle(dataFolder: string): Promise<WorkflowBundle> {
  const folder = resolve(dataFolder, 'bundles');
  const marker = join(folder, `${digestBundleInputs()}.built`);
  return (await findBundle(folder, marker)) ?? (await buildBundle(folder, marker));
}

/** Absent when: these inputs were not built yet, or the file that was built is gone. */
async function findBundle(folder: string, marker: string): Promise<WorkflowBundle | undefined> {
  try {
    const digest = (await readFile(marker, 'utf8')).trim();
    const path = join(folder, `${digest}.js`);
    await access(path);
    return { path, digest };
  } catch {
    return undefined;
  }
}

async function buildBundle(folder: string, marker: string): Promise<WorkflowBundle> {
  await mkdir(folder, { recursive: true });
  const { code } = await bundleWorkflowCode(toBundleOptions());
  const digest = createHash('sha256').update(code).digest('hex');
  const path = join(folder, `${digest}.js`);
  await writeWhole(path, code);
  await writeWhole(marker, `${digest}\n`);
  return { path, digest };
}

/** Another process may build at the same time: whoever reads finds the whole file or none. */
async function writeWhole(path: string, content: string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, content);
  await rename(part, path);
}
