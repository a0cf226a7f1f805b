import { afterAll, expect, test } from 'vitest';
import { TickscopeError } from '../../base/tickscope-error.ts';
import { IndexBuilder } from '../_index/index-builder.ts';
import { answerRequest } from './answer-request.ts';

const builder = new IndexBuilder();
const runPk = builder.run({ workflowId: 'a/b?c', runId: 'r' });
builder.event(runPk, 1);
builder.tick({ runPk, tick: 1 });
builder.run({ workflowId: 'twice', runId: 'd', namespace: 'dev' });
builder.run({ workflowId: 'twice', runId: 'p', namespace: 'prod' });
const index = builder.open();
afterAll(() => builder.close());

const ask = (address: string, unexpected: unknown[] = []) => {
  const url = new URL(`http://127.0.0.1${address}`);
  const { status, headers, body } = answerRequest(
    url,
    () => index,
    (error) => unexpected.push(error),
  );
  return {
    status,
    type: headers['content-type'],
    value: JSON.parse(typeof body === 'string' ? body : [...body].join('')),
  };
};

test('ids that hold slashes and question marks are found', () => {
  expect(ask('/api/audit/runs/a%2Fb%3Fc/r')).toMatchObject({
    ...{ status: 200, type: 'application/json', value: { workflowId: 'a/b?c' } },
  });
});

test('a problem says what, to what, what next', () => {
  expect(ask('/api/audit/runs/nobody%2Fknows/it')).toEqual({
    status: 404,
    type: 'application/problem+json',
    value: {
      type: 'urn:tickscope:error:run-not-indexed',
      code: 'run-not-indexed',
      title: 'run not indexed',
      status: 404,
      detail: 'Run it of workflow nobody/knows is not indexed. Try: tickscope pull nobody/knows',
    },
  });
  expect(ask('/api/audit/runs/twice')).toMatchObject({ status: 409, value: { code: 'ambiguous-run' } });
  expect(ask('/api/audit/runs/twice?namespace=dev')).toMatchObject({ status: 200 });
});

test.each([
  ['/api/audit/nothing', 404, 'There is nothing at "/api/audit/nothing". See: /api/audit/openapi.json'],
  ['/api/audit', 404, 'There is nothing at'],
  ['/api/audit/runs/', 400, 'In the path, workflowId'],
  ['/api/audit/runs/%E0%A4%A', 400, 'is not percent-encoded UTF-8'],
  ['/api/audit/runs?colour=red', 400, 'There is no query parameter "colour". There are: limit, cursor'],
  ['/api/audit/status?__proto__=1', 400, 'There is no query parameter "__proto__". This address takes none.'],
  ['/api/audit/runs?limit=1&limit=2', 400, 'The query parameter limit stands there more than once.'],
  ['/api/audit/runs?limit=501', 400, 'In the query, limit is no whole number from 1 to 500'],
  ['/api/audit/runs?limit=1e1', 400, 'In the query, limit is no whole number from 1 to 500'],
  ['/api/audit/runs?status=done', 400, 'In the query, status is none of: running, completed,'],
  ['/api/audit/runs/a%2Fb%3Fc/r/events?eventType=DONE', 400, '"DONE" is no event type. There are: '],
  ['/api/audit/runs/a%2Fb%3Fc/r/events?fromEventId=3&toEventId=2', 400, 'the first comes after the last'],
  ['/api/audit/search?q=event:DONE', 400, '"DONE" is no event type. There are: '],
  ['/api/audit/search?q=kind:DONE', 400, 'is none of: model-call, tool-call, activity,'],
  ['/api/audit/runs?cursor=bm9uZQ', 400, 'This cursor is not one of this list.'],
  ['/api/audit/runs/a%2Fb%3Fc/r/ticks/01', 400, 'In the path, tick'],
  ['/api/audit/runs/a%2Fb%3Fc/r/ticks/1/provenance', 400, 'Name the value'],
  ['/api/audit/runs/a%2Fb%3Fc/r/ticks?fromTick=1&cursor=W10', 400, 'not both'],
  [`/api/audit/runs?text=${'x'.repeat(16_000)}`, 400, 'The address is longer than'],
])('%s is refused by name', (address, status, detail) => {
  expect(ask(address)).toMatchObject({ status, value: { detail: expect.stringContaining(detail) } });
});

test('what nobody expected stays in the log', () => {
  const unexpected: unknown[] = [];
  const url = new URL('http://127.0.0.1/api/audit/status');
  const fail = (error: Error) =>
    answerRequest(
      url,
      () => {
        throw error;
      },
      (seen) => unexpected.push(seen),
    );
  const secret = fail(new Error('ENOENT /home/somebody/secret'));
  expect([secret.status, String(secret.body).includes('secret')]).toEqual([500, false]);
  expect(unexpected).toHaveLength(1);
  expect(fail(new TickscopeError('index-missing', 'There is no index.')).status).toBe(503);
  expect(unexpected).toHaveLength(1);
});

test('the document is served', () => {
  expect(ask('/api/audit/openapi.json').value).toMatchObject({ openapi: '3.1.0' });
});
