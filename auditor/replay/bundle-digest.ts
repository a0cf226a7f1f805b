import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { TickscopeError } from '../base/tickscope-error.ts';

/**
 * SHA-256 of a workflow bundle in hex; the worker writes the same digest into its build id.
 *
 * Throws: TickscopeError `bundle-unusable`.
 */
export async function readBundleDigest(bundlePath: string): Promise<string> {
  const code = await readFile(bundlePath).catch((error: Error) => {
    throw new TickscopeError(
      'bundle-unusable',
      `The bundle ${bundlePath} cannot be read: ${error.message}. Name a file that bundleWorkflowCode made.`,
    );
  });
  return createHash('sha256').update(code).digest('hex');
}
