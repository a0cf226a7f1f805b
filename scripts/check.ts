/** `npm run check`: format, lint, import rules, types. */
import { CHECKS } from './checks.ts';
import { runStageProcess } from './run-stage-process.ts';
import { ROOT } from './set-up.ts';

const LIMIT_MS = 300_000;

for (const { name, args } of CHECKS) {
  const code = await runStageProcess({ root: ROOT, args, env: process.env, limitMs: LIMIT_MS });
  console.error(code === 0 ? `✓ ${name}` : `✗ ${name}`);
  if (code !== 0) process.exitCode = 1;
}
if (process.connected) process.disconnect();
