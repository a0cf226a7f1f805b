import { join } from 'node:path';
import { explainTick } from '#auditor/query/explain-tick.ts';
import { getChain } from '#auditor/query/get-chain.ts';
import { listEvents } from '#auditor/query/list-events.ts';
import { listTicks } from '#auditor/query/list-ticks.ts';
import { type Index, openIndex } from '#auditor/query/open-index.ts';
import { searchPayloads } from '#auditor/query/search-payloads.ts';
import type { Bench, Measured } from './bench.ts';
import { fillIndex } from './generate/fill-index.ts';
import { round, toQuantile } from './statistics.ts';

const EVENTS_PER_RUN = 50_000;
const SMALL_RUNS = 2;
const LARGE_RUNS = 20;
const CALLS = 200;
const WARM_UP = 20;

type Question = {
  readonly name: string;
  readonly ask: (index: Index, runs: number, turn: number) => unknown;
};

/** Other runs, ticks and words each time, so that no cache answers. */
const QUESTIONS: readonly Question[] = [
  {
    name: 'why',
    ask: (index, runs, turn) =>
      explainTick(index, { workflowId: `w${turn % runs}`, tick: 1 + ((turn * 37) % 1_200) }),
  },
  {
    name: 'ticks',
    ask: (index, runs, turn) =>
      listTicks(index, { workflowId: `w${turn % runs}`, fromTick: (turn * 53) % 1_200, limit: 100 }),
  },
  {
    name: 'open a run',
    ask: (index, runs, turn) => {
      const [workflowId, runId] = [`w${turn % runs}`, `r${turn % runs}`];
      getChain(index, { workflowId });
      listTicks(index, { workflowId, limit: 100 });
      listEvents(index, { workflowId, runId, limit: 100 });
    },
  },
  {
    name: 'search, a rare text',
    ask: (index, runs, turn) => searchPayloads(index, { text: `w${turn % runs}` }),
  },
  {
    name: 'search, two words that no event says both',
    ask: (index, runs, turn) => searchPayloads(index, { text: `w${turn % runs} probe` }),
  },
  {
    name: 'search, a common word',
    ask: (index, _runs, turn) => searchPayloads(index, { text: ['NVDA', 'close', 'symbol'][turn % 3] ?? '' }),
  },
  {
    name: 'search, words in one tool',
    ask: (index, _runs, turn) =>
      searchPayloads(index, { text: `tool:getPriceHistory ${['NVDA', 'close'][turn % 2]}` }),
  },
  {
    name: 'search, a field of a tool',
    ask: (index, _runs, turn) =>
      searchPayloads(index, { text: `tool:getPriceHistory highCents>${12_000 + ((turn * 37) % 4_000)}` }),
  },
  {
    name: 'search, a word in a tick',
    ask: (index, _runs, turn) => searchPayloads(index, { text: `NVDA tick:${1 + ((turn * 37) % 1_200)}` }),
  },
  {
    name: 'search, a word and what no event has',
    ask: (index) => searchPayloads(index, { text: 'NVDA event:ACTIVITY_TASK_TIMED_OUT' }),
  },
  {
    name: 'search, a word in signals',
    ask: (index) => searchPayloads(index, { text: 'kind:signal NVDA' }),
  },
];

/** Whether a question costs the same on ten times the events. */
export const queries: Bench = {
  name: 'queries',
  question: `How long do why, ticks, search and opening a run take on ${(LARGE_RUNS * EVENTS_PER_RUN).toLocaleString('en-US')} events?`,
  run: async (folder, say) => {
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    fillIndex(small, { runs: SMALL_RUNS, events: EVENTS_PER_RUN }, say);
    fillIndex(large, { runs: LARGE_RUNS, events: EVENTS_PER_RUN }, say);
    const indexes = [openIndex(small), openIndex(large)] as const;
    const measured = QUESTIONS.flatMap((question) => measure(question, indexes, say));
    for (const index of indexes) index.close();
    return measured;
  },
};

function measure(
  { name, ask }: Question,
  [small, large]: readonly [Index, Index],
  say: (line: string) => void,
) {
  const times: { small: number[]; large: number[] } = { small: [], large: [] };
  for (let turn = 0; turn < CALLS + WARM_UP; turn += 1) {
    const [ofSmall, ofLarge] = [
      toMs(() => ask(small, SMALL_RUNS, turn)),
      toMs(() => ask(large, LARGE_RUNS, turn)),
    ];
    if (turn < WARM_UP) continue;
    times.small.push(ofSmall);
    times.large.push(ofLarge);
  }
  const [p95Small, p95Large] = [toQuantile(times.small, 0.95), toQuantile(times.large, 0.95)];
  say(`${name}: p95 ${p95Small.toFixed(1)} ms on 100,000 events, ${p95Large.toFixed(1)} ms on 1,000,000`);
  const figures: Measured[] = [
    { name: `${name}, p95 on 1,000,000 events`, value: round(p95Large), unit: 'ms', atMost: 20 },
    {
      name: `${name}, p95 on 1,000,000 / on 100,000`,
      value: round(p95Large / p95Small),
      unit: '×',
      atMost: 2,
    },
  ];
  return figures;
}

function toMs(job: () => unknown): number {
  const startedAt = performance.now();
  job();
  return performance.now() - startedAt;
}
