import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { listRuns } from '../list-runs.ts';
import { listTicks } from '../list-ticks.ts';
import { ALL_ROUTES } from './all-routes.ts';
import { answerRequest } from './answer-request.ts';
import { API_BASE, findRoute } from './find-route.ts';

const recorded = openRecordedIndex();
afterAll(recorded.close);

const ask = (address: string) =>
  answerRequest(
    new URL(`${API_BASE}${address}`, 'http://127.0.0.1'),
    () => recorded.index,
    (error) => {
      throw error;
    },
  );

const pageSchema = z.looseObject({ items: z.array(z.json()), nextCursor: z.string().optional() });

/** The answer, checked by the strict schema of its route. */
function read(address: string): unknown {
  const { status, body, headers } = ask(address);
  expect([address, status, headers['cache-control']]).toEqual([address, 200, 'no-store']);
  const { route } = findRoute(new URL(`${API_BASE}${address}`, 'http://127.0.0.1').pathname);
  const value: unknown = JSON.parse(typeof body === 'string' ? body : [...body].join(''));
  if (route.kind === 'json') expect(() => route.answer.parse(value)).not.toThrow();
  asked.add(route.operationId);
  return value;
}
const asked = new Set<string>();

const CHAINS = listRuns(recorded.index, { limit: 500, include: 'all' }).items;

test.each(CHAINS)('every answer about $workflowId is what its schema says, strictly', (chain) => {
  for (const { workflowId, runId, eventCount } of chain.runs) {
    const run = `/runs/${encodeURIComponent(workflowId)}/${encodeURIComponent(runId)}`;
    for (const part of ['', '/children', '/ticks', '/events', '/model-calls', '/tool-calls', '/history'])
      read(run + part);
    for (let eventId = 1; eventId <= eventCount; eventId += 9) read(`${run}/events/${eventId}`);
    for (const { tick, runId: own, firstEventId } of listTicks(recorded.index, { workflowId, runId })) {
      read(`${run}/ticks/${tick}`);
      read(`${run}/ticks/${tick}/answer`);
      if (own !== runId) continue;
      const pointer = toPointer(read(`${run}/events/${firstEventId}`));
      read(`${run}/ticks/${tick}/provenance?eventId=${firstEventId}&pointer=${encodeURIComponent(pointer)}`);
    }
  }
});

/** The first member of the event's attributes. */
function toPointer(event: unknown): string {
  const { decoded } = z.looseObject({ decoded: z.record(z.string(), z.json()) }).parse(event);
  const [key, value] = Object.entries(decoded).find(([name]) => name.endsWith('Attributes')) ?? [];
  const [member] = Object.keys(typeof value === 'object' && value !== null ? value : {});
  return member === undefined ? `/${key}` : `/${key}/${member}`;
}

test('the index as a whole, lists and comparisons', () => {
  read('/status');
  read('/runs?limit=500&include=all');
  read('/search?q=NVDA');
  read('/search?q=kind%3Amodel-call');
  const [a, b] = CHAINS.filter(
    ({ workflowType, tickCount }) =>
      workflowType === CHAINS.find((chain) => chain.tickCount > 10)?.workflowType && tickCount > 2,
  );
  if (!a || !b) throw new Error('too few recordings');
  const two = `a=${encodeURIComponent(a.workflowId)}&b=${encodeURIComponent(b.workflowId)}`;
  read(`/runs/${encodeURIComponent(a.workflowId)}`);
  read(`/compare?${two}`);
  expect(read(`/compare?${two}&limit=1`)).toMatchObject({ comparedCount: 1, nextCursor: expect.any(String) });
  read(`/compare/ticks?${two}&tick=1&tickB=2`);
  expect([...asked].sort()).toEqual(ALL_ROUTES.map(({ operationId }) => operationId).sort());
});

test.each(['/runs', '/ticks', '/events', '/model-calls', '/tool-calls'])(
  'pages of %s by one make the same list as one page',
  (name) => {
    const chain = CHAINS.find(({ runs, tickCount }) => runs.length > 1 && tickCount > 3) ?? CHAINS[0];
    const run = `/runs/${encodeURIComponent(chain?.workflowId ?? '')}/${chain?.runs.at(-1)?.runId}`;
    const path = name === '/runs' ? name : run + name;
    const paged: unknown[] = [];
    for (let more = ''; ; ) {
      const { items, nextCursor } = pageSchema.parse(read(`${path}?limit=1${more}`));
      expect(items.length).toBeLessThanOrEqual(1);
      paged.push(...items);
      if (nextCursor === undefined) break;
      more = `&cursor=${nextCursor}`;
    }
    const whole = pageSchema.parse(read(`${path}?limit=${name === '/runs' ? 500 : 1000}`));
    expect(whole.nextCursor).toBeUndefined();
    expect(paged).toEqual(whole.items);
    expect(paged.length).toBeGreaterThan(1);
  },
);
