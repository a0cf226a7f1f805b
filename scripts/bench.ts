/** `npm run bench [-- name…]`: measures speed and size against a peer or a bound; see bench/README.md. */
import { runStageProcess } from './run-stage-process.ts';
import { ROOT, setUpTemporalCli } from './set-up.ts';

const LIMIT_MS = 60 * 60_000;

await setUpTemporalCli();
const args = ['bench/main.ts', ...process.argv.slice(2)];
process.exitCode = (await runStageProcess({ root: ROOT, args, env: process.env, limitMs: LIMIT_MS })) ?? 1;
if (process.connected) process.disconnect();
