import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../sync/_scripted/dev-server.ts';
import { openStage, type Stage } from '../sync/_scripted/open-stage.ts';
import { findRun } from './find-run.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('the newest run, or the one asked for', async () => {
  const first = await stage.workflows.start('found');
  await stage.workflows.signal('found', 'next');
  await waitFor(
    'the second run',
    async () => (await findRun(stage.server, 'found')).runId !== first || undefined,
  );
  expect(await findRun(stage.server, 'found', first)).toEqual({
    namespace: 'default',
    workflowId: 'found',
    runId: first,
  });
  await stage.workflows.signal('found', 'end');
});

test('a workflow that never ran', async () => {
  await expect(findRun(stage.server, 'nobody')).rejects.toMatchObject({
    code: 'workflow-not-found',
    message: expect.stringMatching(/^Workflow nobody is not known to Temporal at 127/),
  });
});
