import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { IndexBuilder } from '../query/_index/index-builder.ts';

// A test here starts the command line up to fifteen times, a second each where the machine is busy with others.
vi.setConfig({ testTimeout: 90_000 });

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const builder = new IndexBuilder();

beforeAll(() => {
  const runPk = builder.run({ workflowId: 'trader', runId: 'r' });
  for (const eventId of [1, 2, 3]) builder.event(runPk, eventId);
  builder.tick({ runPk, tick: 14, events: [3, 3] });
});
afterAll(() => builder.close());

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(...argv: string[]): Promise<Ended> {
  const env = { ...process.env, TICKSCOPE_DATA: builder.folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...argv], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

test('why: the answer as text without colour in a pipe, and as JSON alone', async () => {
  const text = await run('why', 'trader', '--tick', '14');
  expect(text).toMatchObject({ code: 0, stderr: '' });
  expect(text.stdout).toMatch(/\[e3\]/);
  expect(text.stdout).not.toContain('\u001b');
  const { stdout } = await run('why', 'trader', '--tick', '14', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ workflowId: 'trader', summary: { tick: 14 } });
});

test('tree and runs: text and JSON', async () => {
  expect((await run('tree', 'trader', '--tick', '14')).stdout).toContain('trader, tick 14: HOLD');
  expect(JSON.parse((await run('tree', 'trader', '--tick', '14', '--json')).stdout)).toMatchObject({
    tree: [{ kind: 'context' }],
  });
  expect((await run('runs')).stdout).toMatch(/^workflow id .*\ntrader /);
  expect(JSON.parse((await run('runs', '--json', '--limit', '1')).stdout)).toHaveLength(1);
});

test('bad news is exit code 1 with the next step, wrong usage is 2', async () => {
  expect(await run('why', 'trader', '--tick', '99')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Workflow trader has no tick 99. It has ticks 14 to 14.\n',
  });
  expect(await run('tree', 'abc', '--tick', '1')).toMatchObject({
    code: 1,
    stderr: 'Workflow abc is not indexed. Try: tickscope pull abc\n',
  });
  expect((await run('why')).code).toBe(2);
  expect((await run('why', 'trader', '--tick', 'x')).code).toBe(2);
});

test('without a number the newest tick is meant; a namespace tells chains apart', async () => {
  const { stdout } = await run('why', 'trader', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ summary: { tick: 14 } });
  expect(await run('tree', 'trader', '-n', 'default')).toMatchObject({ code: 0 });
  expect(await run('tree', 'trader', '--namespace', 'prod')).toMatchObject({
    code: 1,
    stderr: 'Workflow trader in namespace prod is not indexed. Try: tickscope pull trader\n',
  });
});

test('runs: a line per run, an empty list is [], and a page names the next', async () => {
  builder.run({ workflowId: 'older', runId: 'o', startedAt: '2025-01-01T00:00:00Z' });
  const lines = (await run('runs', '--jsonl')).stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).workflowId)).toEqual(['trader', 'older']);
  expect(await run('runs', '--json', '--status', 'failed')).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  const first = await run('runs', '--json', '--limit', '1');
  const cursor = /--cursor (\S+)\n$/.exec(first.stderr)?.[1] ?? '';
  const second = await run('runs', '--json', '--limit', '1', '--cursor', cursor);
  expect([JSON.parse(second.stdout)[0].workflowId, second.stderr]).toEqual(['older', '']);
  expect((await run('runs', '--status', 'lost')).code).toBe(2);
});

test('ticks and events: tables, lines, one event decoded and raw', async () => {
  expect((await run('ticks', 'trader')).stdout).toMatch(/ 14 .*HOLD/);
  expect(JSON.parse((await run('ticks', 'trader', '--json', '--from', '15')).stdout)).toEqual([]);
  const lines = (await run('events', 'trader', '--tick', '14', '--jsonl')).stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).eventId)).toEqual([3]);
  const decoded = JSON.parse((await run('events', 'trader', '--event', '3', '--json')).stdout);
  expect(decoded).toMatchObject({ tick: 14, event: { eventId: '3' } });
  const raw = JSON.parse((await run('events', 'trader', '--event', '3', '--raw')).stdout);
  expect(raw).toEqual(decoded.event);
  expect((await run('events', 'trader', '--raw')).code).toBe(2);
  expect(await run('events', 'trader', '--event', '9')).toMatchObject({
    code: 1,
    stderr: 'Run r has no event 9. Events 1 to 3 are stored.\n',
  });
});

test('sql: a table, JSON, lines, CSV; wrong SQL is wrong usage, and what is left out is said', async () => {
  const ask = 'SELECT tick, outcome FROM tick';
  expect(await run('sql', ask)).toEqual({ code: 0, stdout: 'tick  outcome\n14    HOLD\n', stderr: '' });
  expect(JSON.parse((await run('sql', ask, '--json')).stdout)).toEqual([{ tick: 14, outcome: 'HOLD' }]);
  expect((await run('sql', ask, '--jsonl')).stdout).toBe('{"tick":14,"outcome":"HOLD"}\n');
  expect((await run('sql', ask, '--csv')).stdout).toBe('tick,outcome\r\n14,HOLD\r\n');
  expect((await run('sql', 'SELECT event_id FROM event', '--limit', '1')).stderr).toMatch(
    /^1 rows are shown/,
  );
  expect(await run('sql', 'SELECT 1 WHERE 0', '--json')).toMatchObject({ code: 0, stdout: '[]\n' });
  expect(await run('sql', 'DELETE FROM tick')).toMatchObject({ code: 2, stdout: '' });
  // Seven commands, each a process or two.
}, 60_000);
