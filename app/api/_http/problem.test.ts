import { expect, test } from 'vitest';
import { z } from 'zod';
import { TickscopeError } from '#auditor/base/tickscope-error.ts';
import { sendProblem, toProblem } from './problem.ts';

test('our errors speak for themselves', async () => {
  const response = sendProblem(
    toProblem(new TickscopeError('run-not-indexed', 'Run abc is not indexed. Try: x')),
  );
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    type: 'urn:tickscope:error:run-not-indexed',
    code: 'run-not-indexed',
    title: 'run not indexed',
    status: 404,
    detail: 'Run abc is not indexed. Try: x',
  });
});

test("a stranger's error gives nothing away", () => {
  const problem = toProblem(new Error('ENOENT /home/somebody/secret'));
  expect(problem.status).toBe(500);
  expect(JSON.stringify(problem)).not.toContain('secret');
});

test('what does not fit a schema is the wrong usage', () => {
  expect(toProblem(z.object({ tick: z.int() }).safeParse({}).error)).toMatchObject({ status: 400 });
});

test("the agent's client speaks in its own codes", () => {
  const error = Object.assign(new Error('Workflow a: no such workflow'), {
    name: 'AgentClientError',
    code: 'not-found',
  });
  expect(toProblem(error)).toMatchObject({ status: 404, type: 'urn:tickscope:error:workflow-not-found' });
});
