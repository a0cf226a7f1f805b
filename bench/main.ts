/** `npm run bench [-- name…]`: measures, prints a table, and keeps the results in bench/results/. Exit code 1 when a bound is missed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench, Measured } from './bench.ts';
import { followerLag } from './follower-lag.ts';
import { indexFile } from './index-file.ts';
import { manyRuns } from './many-runs.ts';
import { pull } from './pull.ts';
import { queries } from './queries.ts';

const BENCHES: readonly Bench[] = [indexFile, manyRuns, pull, queries, followerLag];

const RESULTS = fileURLToPath(new URL('./results/', import.meta.url));

async function run({ name, question, run: measure }: Bench): Promise<boolean> {
  console.log(`\n${name}: ${question}`);
  const folder = mkdtempSync(join(tmpdir(), `tickscope-bench-${name}-`));
  try {
    const figures = await measure(folder, (line) => console.error(`  ${line}`));
    for (const figure of figures) console.log(toLine(figure));
    const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', node: process.version };
    const result = { name, question, measuredAt: new Date().toISOString(), machine, figures };
    writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
    return figures.every(isWithin);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isWithin = ({ value, atMost }: Measured): boolean => atMost === undefined || value <= atMost;

function toLine(figure: Measured): string {
  const bound =
    figure.atMost === undefined ? '' : `  (at most ${figure.atMost})${isWithin(figure) ? '' : '  MISSED'}`;
  return `  ${figure.name.padEnd(48)} ${String(figure.value).padStart(10)} ${figure.unit}${bound}`;
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(', ')}. There are: ${BENCHES.map(({ name }) => name).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  for (const bench of BENCHES) {
    if (names.length > 0 && !names.includes(bench.name)) continue;
    if (!(await run(bench))) process.exitCode = 1;
  }
}
