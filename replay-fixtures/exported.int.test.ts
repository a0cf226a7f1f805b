import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWorkflowBundle } from '#agent/worker/build-workflow-bundle.ts';
import { textMember } from '#auditor/base/json-members.ts';
import { toBinary } from '#auditor/history/_scripted/foreign-forms.ts';
import type { JsonObject } from '#auditor/model/history-event.ts';
import { HISTORIES } from './list-recordings.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const run = promisify(execFile);

let folder = '';
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  folder = await mkdtemp(join(tmpdir(), 'tickscope-exported-'));
});
afterAll(() => rm(folder, { recursive: true }));

const tickscope = (...args: readonly string[]) =>
  run(process.execPath, ['auditor/cli/main.ts', ...args, '--data', join(folder, 'data')], { cwd: ROOT });

test("the SDK's own replayer takes what was imported as a binary history and exported as JSON", async () => {
  const recorded: { events: JsonObject[] } = JSON.parse(
    await readFile(join(HISTORIES, 'approval-approved.history.json'), 'utf8'),
  );
  const binary = join(folder, 'approval-approved.bin');
  await writeFile(binary, toBinary(recorded.events));
  await tickscope('import', binary);
  const exported = join(folder, 'exported.json');
  const workflowId =
    textMember(recorded.events[0]?.workflowExecutionStartedEventAttributes, 'workflowId') ?? 'none';
  await tickscope('export', workflowId, '-o', exported);
  const history: { events: JsonObject[] } = JSON.parse(await readFile(exported, 'utf8'));
  expect(history.events).toHaveLength(recorded.events.length);
  const { path } = await buildWorkflowBundle(join(ROOT, 'data'));
  const options = { workflowBundle: { codePath: path } };
  await Worker.runReplayHistory(options, history, workflowId);
  // It would notice: an activity of another name is not what the code asks for.
  const other = JSON.parse(JSON.stringify(history).replaceAll('"checkTradeIntent"', '"checkIntent"'));
  await expect(Worker.runReplayHistory(options, other, workflowId)).rejects.toThrow(/checkIntent/);
});
