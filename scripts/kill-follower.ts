/** `npm run kill-follower`: kills the follower with SIGKILL while it writes, many times; then checks its index and compares it with a pull. */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { killFollower } from '../auditor/sync/_scripted/kill-follower.ts';
import { openStage } from '../auditor/sync/_scripted/open-stage.ts';
import { readRows } from '../auditor/sync/_scripted/read-rows.ts';
import { checkIndex } from '../auditor/sync/check/check-index.ts';
import { setUpTemporalCli } from './set-up.ts';

const USAGE = `npm run kill-follower -- [options]
  --kills <n>   how many SIGKILLs (default 50)
  --runs <n>    how many runs it follows (default 20)`;

function readCount(text: string, name: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`--${name} needs a whole number above 0.\n${USAGE}`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '50' },
      runs: { type: 'string', default: '20' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const counts = { kills: readCount(values.kills, 'kills'), runs: readCount(values.runs, 'runs') };
  await setUpTemporalCli();
  const stage = await openStage();
  try {
    const say = (line: string): void => console.error(`  ${line}`);
    const { followed, pulled, workflowIds } = await killFollower(stage, {
      ...counts,
      random: Math.random,
      say,
    });
    const findings = [...checkIndex({ dataFolder: followed, depth: 'all' })].flatMap((step) => step.findings);
    for (const finding of findings) console.log(JSON.stringify(finding));
    const differing = workflowIds.filter(
      (id) => !isDeepStrictEqual(readRows(followed, id), readRows(pulled, id)),
    );
    const events = workflowIds.reduce((sum, id) => sum + readRows(followed, id).events.length, 0);
    console.log(`${counts.kills} kills while ${workflowIds.length} runs with ${events} events were stored`);
    console.log(`tickscope check: ${findings.length} findings`);
    console.log(
      `runs that differ from a pull without kills: ${differing.length}${differing.map((id) => ` ${id}`).join('')}`,
    );
    return findings.length + differing.length === 0 ? 0 : 1;
  } finally {
    await stage.close();
  }
}

process.exitCode = await main();
if (process.connected) process.disconnect();
