import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../sync/_scripted/dev-server.ts';
import { openStage, type Stage } from '../sync/_scripted/open-stage.ts';
import { findRun } from './find-run.ts';
import { type ListedRun, listWorkflows } from './list-workflows.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('lists runs by a visibility query', async () => {
  const list = async (query: string): Promise<readonly ListedRun[]> => {
    const runs: ListedRun[] = [];
    for await (const run of listWorkflows(stage.server, query)) runs.push(run);
    return runs;
  };
  await stage.workflows.start('listed');
  const open = await waitFor('the open run to be visible', async () => {
    const [run] = await list('ExecutionStatus = "Running" AND WorkflowId = "listed"');
    return run;
  });
  expect(open).toMatchObject({ isOpen: true, key: await findRun(stage.server, 'listed') });
  await stage.workflows.signal('listed', 'end');
  const closed = await waitFor('the closed run to be visible', async () => {
    const [run] = await list('WorkflowId = "listed"');
    return run?.isOpen === false ? run : undefined;
  });
  expect(closed.closedAt).toMatch(/^\d{4}-.*Z$/);
  expect(await list('')).toEqual([closed]);
  await expect(list('Colour = "red"')).rejects.toMatchObject({
    ...{ code: 'wrong-usage', message: expect.stringContaining('does not understand the query (--query): ') },
  });
});
