import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { IndexBuilder } from '../query/_index/index-builder.ts';

// A test here starts the command line up to fifteen times, a second each where the machine is busy with others.
vi.setConfig({ testTimeout: 90_000 });

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const builder = new IndexBuilder();
const runPk = builder.run({ workflowId: 'w', runId: 'r' });
builder.event(runPk, 1);
builder.tick({ runPk, tick: 1 });
afterAll(() => builder.close());

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(argv: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...argv, '--data', builder.folder], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

test.concurrent.each([
  ['compare w w --tick-b 1', '--tick-b needs --tick'],
  ['sql SELECT --csv --json', 'Give --csv or --json, not both.'],
  ['events w --event 1 --type TIMER_FIRED', 'Give --event or --type, not both.'],
  ['events w --from 2 --to 1', 'from event 2 to event 1'],
  ['events w --type TIMER_LOST', '"TIMER_LOST" is no event type. There are: '],
  ['search event:TIMER_LOST', '"TIMER_LOST" is no event type. There are: '],
  ['runs --status done', 'Allowed choices are running, completed,'],
  ['provenance w --fact a --event 1', 'Give --fact or --event, not both.'],
  ['why  --tick 1', '<workflow-id> is empty.'],
])('%s is exit code 2, with a message and as JSON', async (line, message) => {
  const argv = line.split(' ');
  const json = line.includes('--json') ? [] : ['--json'];
  const [plain, told] = await Promise.all([run(argv), run([...argv, ...json])]);
  expect(told).toMatchObject({ code: 2, stdout: '' });
  expect(JSON.parse(told.stderr)).toEqual({
    error: { code: 'wrong-usage', message: expect.stringContaining(message) },
  });
  expect(plain).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
});

test('state: what is asked for is checked, and nothing is made up', async () => {
  const asked = ['state', 'w', '--tick', '1'];
  expect(await run(asked)).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringContaining('strict replay'),
  });
  const told = await run([...asked, '--json']);
  expect([told.code, told.stderr]).toEqual([3, '']);
  expect(JSON.parse(told.stdout)).toMatchObject({ workflowId: 'w', tick: 1, available: false });
  expect(await run(['state', 'w', '--tick', '9'])).toMatchObject({ code: 1 });
});
