/** `npm run golden`: writes the expected answers and trees of the replay fixtures again; what changed is read in the diff. */
import { runStageProcess } from './run-stage-process.ts';
import { ROOT } from './set-up.ts';

const LIMIT_MS = 5 * 60_000;

const args = [
  'node_modules/vitest/vitest.mjs',
  'run',
  'golden',
  'frameworks',
  '--project',
  'replay',
  '--update',
];
process.exitCode = (await runStageProcess({ root: ROOT, args, env: process.env, limitMs: LIMIT_MS })) ?? 1;
if (process.connected) process.disconnect();
