/** `npm run record [-- name…]`: records the replay fixtures again, all or those of the programs named, from real runs. */
import { runStageProcess } from './run-stage-process.ts';
import { ROOT, setUpTemporalCli } from './set-up.ts';

const LIMIT_MS = 30 * 60_000;

/** The programs start servers of their own: what points at others' must not reach them. */
for (const name of Object.keys(process.env)) {
  if (/^(TEMPORAL_|OPENAI_|TICKSCOPE_(?!TEMPORAL_CLI$))/.test(name)) delete process.env[name];
}
await setUpTemporalCli();
const args = ['replay-fixtures/programs/main.ts', ...process.argv.slice(2)];
process.exitCode = (await runStageProcess({ root: ROOT, args, env: process.env, limitMs: LIMIT_MS })) ?? 1;
if (process.connected) process.disconnect();
