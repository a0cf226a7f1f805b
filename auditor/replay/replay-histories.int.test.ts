import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReplayResult } from '../model/replay-result.ts';
import { decodeEvents, encodeEvents, type TemporalHistoryEvent } from './history-events.ts';
import { replayHistories } from './replay-histories.ts';
import { createReplayProcess } from './replay-process.ts';

const CLI =
  process.env.TICKSCOPE_TEMPORAL_CLI ?? join(homedir(), '.cache/tickscope/temporal-cli-1.5.1/temporal');
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** The code that is recorded; the variants below are what a later release might have made of it. */
const CODE = `
import { proxyActivities, sleep } from '@temporalio/workflow';
const { readQuote, placeOrder } = proxyActivities({ startToCloseTimeout: '10s' });
export async function trade(ticks) {
  for (let tick = 1; tick <= ticks; tick++) {
    await sleep(1);
    await readQuote(tick);
    if (tick % 2 === 0) await placeOrder(tick);
  }
}`;
const VARIANTS = {
  same: CODE,
  renamed: CODE.replaceAll('placeOrder', 'sendOrder'),
  swapped: CODE.replace(/( *await readQuote.*\n)(.*placeOrder.*\n)/, '$2$1'),
  timer: CODE.replace('await placeOrder(tick)', 'await sleep(10_000)'),
  shorter: CODE.replace('tick <= ticks', 'tick < ticks'),
  unknown: CODE.replace('function trade', 'function invest'),
  throwing: CODE.replace('await sleep(1)', "if (tick === 3) throw new Error('no such tick'); await sleep(1)"),
  looping: CODE.replace('await sleep(1)', 'while (true);'),
};

let folder: string;
let recorded: readonly TemporalHistoryEvent[];
const bundlePath = (variant: keyof typeof VARIANTS): string => join(folder, `${variant}.bundle.js`);

async function bundle(variant: keyof typeof VARIANTS): Promise<void> {
  const workflowsPath = join(folder, `${variant}.js`);
  await writeFile(workflowsPath, VARIANTS[variant]);
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  await writeFile(bundlePath(variant), code);
}

async function record(): Promise<readonly TemporalHistoryEvent[]> {
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'existing-path', path: CLI } },
  });
  try {
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      taskQueue: 'replay-test',
      workflowBundle: { codePath: bundlePath('same') },
      activities: { readQuote: async () => 100, placeOrder: async () => 'filled' },
    });
    return await worker.runUntil(async () => {
      const handle = await environment.client.workflow.start('trade', {
        workflowId: 'replayed-1',
        taskQueue: 'replay-test',
        args: [4],
      });
      await handle.result();
      return (await handle.fetchHistory()).events ?? [];
    });
  } finally {
    await environment.teardown();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickscope-replay-'));
  await mkdir(folder, { recursive: true });
  await symlink(MODULES, join(folder, 'node_modules'));
  for (const variant of [
    'same',
    'renamed',
    'swapped',
    'timer',
    'shorter',
    'unknown',
    'throwing',
    'looping',
  ] as const) {
    await bundle(variant);
  }
  // Through bytes: what a recording holds, not the objects of the client.
  recorded = decodeEvents(encodeEvents(await record()));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const replay = async (
  variant: keyof typeof VARIANTS,
  events: readonly TemporalHistoryEvent[] = recorded,
  limitMs?: number,
): Promise<ReplayResult | undefined> => {
  const [result] = await replayHistories([{ name: variant, history: encodeEvents(events) }], {
    bundlePath: bundlePath(variant),
    ...(limitMs !== undefined && { limitMs }),
  });
  return result;
};

const firstScheduled = (activity: string): number =>
  recorded.findIndex((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === activity) +
  1;

describe('verdicts', () => {
  test('the code that was recorded matches', async () => {
    expect(await replay('same')).toMatchObject({
      name: 'same',
      verdict: 'match',
      workflowId: 'replayed-1',
      workflowType: 'trade',
      eventCount: recorded.length,
    });
  });

  test('a renamed activity diverges at its first event, which the SDK does not name', async () => {
    const eventId = firstScheduled('placeOrder');
    expect(await replay('renamed')).toMatchObject({
      verdict: 'diverged',
      reason: 'the history schedules activity placeOrder, the code schedules activity sendOrder',
      divergence: { eventId, workflowTaskEventId: eventId - 2 },
    });
  });

  test('two calls in the other order diverge at the first of the two', async () => {
    const eventId = firstScheduled('placeOrder') - 6;
    expect(await replay('swapped')).toMatchObject({
      verdict: 'diverged',
      reason: 'the history schedules activity readQuote, the code schedules activity placeOrder',
      divergence: { eventId, workflowTaskEventId: eventId - 2 },
    });
  });

  test('another kind of command diverges', async () => {
    expect(await replay('timer')).toMatchObject({
      verdict: 'diverged',
      reason: 'the history schedules activity placeOrder, the code starts a timer',
      divergence: { eventId: firstScheduled('placeOrder') },
    });
  });

  test('code that ends earlier diverges', async () => {
    expect(await replay('shorter')).toMatchObject({
      verdict: 'diverged',
      reason: 'the history starts a 0.001 s timer, the code completes the workflow',
    });
  });

  test('a bundle without the workflow type says so', async () => {
    expect(await replay('unknown')).toMatchObject({
      verdict: 'not-replayable',
      reason: expect.stringContaining("Failed to initialize workflow of type 'trade'"),
    });
  });

  test('an error of the code is reported with its words', async () => {
    expect(await replay('throwing')).toMatchObject({ verdict: 'not-replayable', reason: 'no such tick' });
  });

  test('a bundle that is no program is not replayable', async () => {
    await writeFile(join(folder, 'broken.js'), 'not a program');
    const [result] = await replayHistories([{ name: 'x', history: encodeEvents(recorded) }], {
      bundlePath: join(folder, 'broken.js'),
    });
    expect(result).toMatchObject({ verdict: 'not-replayable' });
  });
});

describe('malformed histories are refused by a rule and never hang', () => {
  test.each<
    [name: string, rule: string, damage: (events: readonly TemporalHistoryEvent[]) => TemporalHistoryEvent[]]
  >([
    ['reversed', 'starts-with-execution-started', (events) => [...events].reverse()],
    ['cut from the middle', 'starts-with-execution-started', (events) => events.slice(10)],
    ['an event missing', 'ids-without-gap', (events) => events.filter((_event, index) => index !== 11)],
    ['a stretch missing', 'ids-without-gap', (events) => [...events.slice(0, 8), ...events.slice(20)]],
    [
      'two events swapped',
      'ids-without-gap',
      (events) => events.toSpliced(4, 2, ...events.slice(4, 6).reverse()),
    ],
    ['a second history appended', 'ids-without-gap', (events) => [...events, ...events]],
    ['empty', 'has-events', () => []],
    ['one event', 'two-events', (events) => events.slice(0, 1)],
  ])('%s', async (_name, rule, damage) => {
    expect(await replay('same', damage(recorded))).toMatchObject({
      verdict: 'not-replayable',
      reason: expect.stringMatching(new RegExp(`^${rule}: `)),
    });
  });

  test('bytes that are no history', async () => {
    const [result] = await replayHistories([{ name: 'noise', history: Uint8Array.of(0x0a, 0xff, 0xff) }], {
      bundlePath: bundlePath('same'),
    });
    expect(result).toMatchObject({ verdict: 'not-replayable', workflowType: 'unknown', eventCount: 0 });
  });

  test('without the rules the SDK would not come back: the limit ends it and names the panic', async () => {
    const process = createReplayProcess();
    const reversed = encodeEvents([...recorded].reverse());
    const request = { bundlePath: bundlePath('same'), workflowId: 'w', history: reversed };
    expect(await process.replay(request, 5_000)).toMatchObject({
      kind: 'no-answer',
      detail: expect.stringMatching(/panicked at .*: Histories provided for replay/),
    });
    process.close();
  });
});

describe('a corpus', () => {
  test('a history that hangs is ended at the limit and the others go on', async () => {
    const history = encodeEvents(recorded);
    expect(await replay('looping', recorded, 4_000)).toMatchObject({
      verdict: 'not-replayable',
      reason: expect.stringContaining('no end within 4000 ms'),
    });
    const seen: string[] = [];
    const results = await replayHistories(
      [
        { name: 'a', history },
        { name: 'b', history: encodeEvents([...recorded].reverse()) },
        { name: 'c', reason: 'notes.txt is not a history' },
        { name: 'd', history },
      ],
      { bundlePath: bundlePath('same'), processCount: 2, onResult: ({ name }) => seen.push(name) },
    );
    expect(results.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['a', 'match'],
      ['b', 'not-replayable'],
      ['c', 'not-replayable'],
      ['d', 'match'],
    ]);
    expect(seen.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a process that was killed is replaced', async () => {
    const process = createReplayProcess();
    const history = encodeEvents(recorded);
    const looped = { bundlePath: bundlePath('looping'), workflowId: 'w', history };
    expect((await process.replay(looped, 3_000)).kind).toBe('no-answer');
    expect(await process.replay({ ...looped, bundlePath: bundlePath('same') }, 30_000)).toEqual({
      kind: 'match',
    });
    process.close();
  });

  test('an empty one is an error', async () => {
    await expect(replayHistories([], { bundlePath: bundlePath('same') })).rejects.toMatchObject({
      code: 'empty-corpus',
    });
  });

  test('a bundle that is not there is an error, not a verdict', async () => {
    await expect(
      replayHistories([{ name: 'a', history: encodeEvents(recorded) }], {
        bundlePath: join(folder, 'none.js'),
      }),
    ).rejects.toMatchObject({ code: 'bundle-unusable' });
  });
});
