import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bench } from './bench.ts';
import { toAgentHistory } from './generate/agent-history.ts';
import { writeHistoryFile } from './generate/write-history-file.ts';
import { runScenario } from './run-scenario.ts';
import { round, toMedian } from './statistics.ts';

const EVENTS = 50_000;
const PAIRS = 5;

/** Indexing a long history from a file beside the least that anyone must do for it, in turn. */
export const indexFile: Bench = {
  name: 'index-file',
  question: `How long does indexing a history of ${EVENTS} events take, and how much memory and disk?`,
  run: async (folder, say) => {
    const file = join(folder, 'history.json');
    const bytes = writeHistoryFile(file, toAgentHistory({ workflowId: 'w', runId: 'r', events: EVENTS }));
    const pairs: { readonly ours: number; readonly bare: number; readonly peakMb: number }[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const [bareFolder, ours] = [join(folder, `bare-${pair}`), join(folder, `ours-${pair}`)];
      mkdirSync(bareFolder);
      const bare = await runScenario('bare-index', [file, bareFolder]);
      const { ms = 0, peakMb } = await runScenario('index-file', [file, ours]);
      pairs.push({ ours: ms, bare: bare.ms ?? 0, peakMb });
      say(`pair ${pair + 1} of ${PAIRS}: bare ${Math.round(bare.ms ?? 0)} ms, ours ${Math.round(ms)} ms`);
    }
    const stored = statSync(join(folder, 'ours-0', 'tickscope.db')).size;
    const ratio = toMedian(pairs.map(({ ours, bare }) => ours / bare));
    return [
      { name: 'time, ours / bare', value: round(ratio), unit: '×', atMost: 2.5 },
      { name: 'time, ours', value: round(toMedian(pairs.map(({ ours }) => ours)), 0), unit: 'ms' },
      { name: 'time, bare', value: round(toMedian(pairs.map(({ bare }) => bare)), 0), unit: 'ms' },
      {
        name: 'memory, ours',
        value: round(Math.max(...pairs.map(({ peakMb }) => peakMb)), 0),
        unit: 'MB',
        atMost: 400,
      },
      { name: 'disk, index / JSON', value: round(stored / bytes), unit: '×', atMost: 1 },
      { name: 'disk, index, an event', value: round(stored / EVENTS, 0), unit: 'bytes' },
      { name: 'disk, JSON without blanks, an event', value: round(bytes / EVENTS, 0), unit: 'bytes' },
      {
        name: 'disk, JSON in gzip, an event',
        value: round(gzipSync(readFileSync(file)).length / EVENTS, 0),
        unit: 'bytes',
      },
    ];
  },
};
