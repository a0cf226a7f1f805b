import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { toAgentHistory } from './generate/agent-history.ts';
import { writeHistoryFile } from './generate/write-history-file.ts';
import { runScenario } from './run-scenario.ts';
import { round, toMedian } from './statistics.ts';

const FEW = 20;
const MANY = 10 * FEW;
const EVENTS = 2_000;
const ROUNDS = 3;

/** Whether indexing a run costs the same however many are there already. */
export const manyRuns: Bench = {
  name: 'many-runs',
  question: `Do ${MANY} runs take ten times as long as ${FEW}?`,
  run: async (folder, say) => {
    const histories = join(folder, 'histories');
    mkdirSync(histories);
    for (let run = 0; run < MANY; run += 1) {
      const name = { workflowId: `w${run}`, runId: `r${run}` };
      writeHistoryFile(join(histories, `${run}.json`), toAgentHistory({ ...name, events: EVENTS }));
    }
    const ratios: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const few = await runScenario('index-folder', [histories, join(folder, `few-${turn}`), String(FEW)]);
      const many = await runScenario('index-folder', [histories, join(folder, `many-${turn}`), String(MANY)]);
      ratios.push((many.ms ?? 0) / (few.ms ?? 1));
      say(`${FEW} runs ${Math.round(few.ms ?? 0)} ms, ${MANY} runs ${Math.round(many.ms ?? 0)} ms`);
    }
    return [
      { name: `time, ${MANY} runs / ${FEW} runs`, value: round(toMedian(ratios)), unit: '×', atMost: 11 },
    ];
  },
};
