/** `npm run fuzz`: broken histories through reading and telling, with no crash, no hang and no history that says something else. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Found } from './fuzz/fuzz-items.ts';
import { formatFuzzReport } from './fuzz/fuzz-report.ts';
import { makeInput } from './fuzz/make-input.ts';
import { runFuzz } from './fuzz/run-fuzz.ts';
import { ROOT } from './set-up.ts';

const USAGE = `npm run fuzz -- [options]
  --count <n>   how many broken histories (default 100000)
  --seed <n>    the same ones again (default: a new one, printed)`;

/** More threads than that gain nothing that is worth the memory. */
const MOST_THREADS = 8;

/** Further findings of one run are mostly the same mistake. */
const MOST_KEPT = 20;

const FOLDER = join(ROOT, 'data', 'fuzz');

function readCount(text: string, name: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new Error(`--${name} needs a whole number.\n${USAGE}`);
}

/** A finding as a file that can be given to `tickscope import`, and beside it what is wrong. */
async function keep(seed: number, { index, message }: Found): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `${seed}-${index}.history`);
  await writeFile(file, makeInput(seed, index).bytes);
  await writeFile(`${file}.txt`, `${message}\n`);
  return file;
}

/** One line, written over; nothing where the output is kept. */
function showProgress(done: number, count: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${count}${done === count ? '\n' : ''}`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [count, seed] = [readCount(values.count, 'count'), readCount(values.seed, 'seed')];
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const report = await runFuzz({ seed, count, threads, onProgress: (done) => showProgress(done, count) });
  console.log(formatFuzzReport(report));
  for (const found of report.found.slice(0, MOST_KEPT)) {
    console.error(`✗ ${found.index}: ${found.message.split('\n')[0]} Kept as ${await keep(seed, found)}`);
  }
  return report.found.length > 0 ? 1 : 0;
}

// Whoever started it is gone: nobody reads what comes.
const onDisconnect = (): never => process.exit(130);
process.once('disconnect', onDisconnect);
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
process.off('disconnect', onDisconnect);
if (process.connected) process.disconnect();
