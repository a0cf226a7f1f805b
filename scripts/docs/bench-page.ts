import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { GeneratedPage } from './generated-page.ts';

const RESULTS = fileURLToPath(new URL('../../bench/results/', import.meta.url));

const HEAD = `<!-- Written by npm run docs, from bench/results/. -->

# Bench

\`npm run bench\` measures everything, \`npm run bench -- pull queries\` some of it; \`npm run docs\` then writes this page. Each figure is a ratio against a peer or a bound in the same run, on the same machine; the results are written
to \`results/<name>.json\` and the exit code is 1 when a bound is missed.

| name | asks | against |
|---|---|---|
| \`index-file\` | how long indexing a history of 50,000 events takes, everything derived and searchable; memory; bytes on disk | \`JSON.parse\`, one INSERT per event and full text of the decoded payloads; the JSON and its gzip |
| \`many-runs\` | whether ten times the runs take ten times as long | itself |
| \`pull\` | whether pulling and indexing 50,000 events from a server is slower than the slower of the two | bare paging; indexing from memory |
| \`queries\` | why, ticks, a search and opening a run on 1,000,000 events | 100,000 events, and 20 ms |
| \`follower-lag\` | how long from an event on the server to its row, with 50 running workflows | 250 ms |

## How to read a result

- Less is better, everywhere. \`×\` is a ratio: 1 is as good as the peer, or as the smaller index.
- A figure with a bound is a promise; **missed** is one that was not kept in that run. A figure without a bound gives the scale.
- p95: 95 of 100 took at most so long.
- Compare figures of one table only. Machines differ, and so does what else they do: with other work on it, times in ms rise, while ratios stay about the same.
`;

const resultSchema = z.looseObject({
  name: z.string(),
  question: z.string(),
  measuredAt: z.string(),
  machine: z.looseObject({ cores: z.int(), model: z.string(), node: z.string() }),
  figures: z.array(
    z.looseObject({ name: z.string(), value: z.number(), unit: z.string(), atMost: z.number().optional() }),
  ),
});

type Result = z.infer<typeof resultSchema>;

/** bench/README.md: what is measured, and the results that are kept. */
export const benchPage: GeneratedPage = {
  path: 'bench/README.md',
  generate: async () => {
    const files = (await readdir(RESULTS)).filter((name) => name.endsWith('.json')).sort();
    const sections = files.map(async (name) =>
      toResultSection(resultSchema.parse(JSON.parse(await readFile(`${RESULTS}${name}`, 'utf8')))),
    );
    return [HEAD, ...(await Promise.all(sections))].join('\n');
  },
};

/** One result as a table. */
export function toResultSection({ name, question, measuredAt, machine, figures }: Result): string {
  const rows = figures.map(({ name: what, value, unit, atMost }) => {
    const missed = atMost !== undefined && value > atMost ? ' **missed**' : '';
    return `| ${what} | ${toNumber(value)} ${unit}${missed} | ${atMost === undefined ? '' : `${toNumber(atMost)} ${unit}`} |`;
  });
  return [
    `## ${name}\n`,
    `${question} Measured on ${measuredAt.slice(0, 10)}: ${machine.cores} cores, ${machine.model}, Node ${machine.node.replace(/^v/, '')}.\n`,
    '| figure | measured | at most |',
    '|---|---:|---:|',
    ...rows,
    '',
  ].join('\n');
}

const toNumber = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
