import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../sync/import-files.ts';
import { openIndexer } from '../sync/open-indexer.ts';
import { type ComparedRuns, compareRuns } from './compare-runs.ts';
import { compareTicks } from './compare-ticks.ts';
import { type Index, openIndex } from './open-index.ts';

const FILE = fileURLToPath(
  new URL('../../replay-fixtures/histories/normal-20-ticks.history.json', import.meta.url),
);
const recorded = readFileSync(FILE, 'utf8');

/** The recording under another name, with a text inside its payloads replaced where a tick has it. */
function tamper(
  workflowId: string,
  runId: string,
  change: (payload: string, eventId: number) => string,
): string {
  const { events } = JSON.parse(recorded);
  for (const event of events) {
    const text = JSON.stringify(event).replace(/"data":"([^"]*)"/g, (_, data: string) => {
      const changed = change(Buffer.from(data, 'base64').toString('utf8'), Number(event.eventId));
      return `"data":"${Buffer.from(changed).toString('base64')}"`;
    });
    Object.assign(event, JSON.parse(text));
  }
  Object.assign(events[0].workflowExecutionStartedEventAttributes, {
    ...{ workflowId, originalExecutionRunId: runId, firstExecutionRunId: runId },
  });
  return JSON.stringify({ events });
}

let folder: string;
let index: Index;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-compare-'));
  const copies = {
    same: tamper('same', 'run-same', (text) => text),
    // Event 156 is the first model call of tick 3.
    prompt: tamper('prompt', 'run-prompt', (text, id) =>
      id === 156 ? text.replace('You trade one', 'You sell one') : text,
    ),
    // Event 147 is a result that tick 3 looks at.
    quote: tamper('quote', 'run-quote', (text, id) =>
      id === 147 ? text.replace(/"source":"[^"]*"/, '"source":"x"') : text,
    ),
  };
  const indexer = openIndexer(folder);
  const files = Object.entries(copies).map(([name, text]) => {
    writeFileSync(join(folder, `${name}.json`), text);
    return join(folder, `${name}.json`);
  });
  const imported = importFiles({ indexer, dataFolder: folder, namespace: 'default' }, [FILE, ...files]);
  indexer.close();
  expect(imported.every(({ kind }) => kind === 'imported')).toBe(true);
  index = openIndex(folder);
});
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

const compare = (a: string, b: string) => compareRuns(index, { workflowId: a }, { workflowId: b });

test('a run does not differ from itself, nor from its copy under another name', () => {
  expect(compare('normal-nvda', 'normal-nvda')).toMatchObject({
    sameCount: 21,
    pairCount: 21,
    differing: [],
  });
  expect(compare('normal-nvda', 'same')).toMatchObject({
    sameCount: 21,
    differing: [],
    alignment: 'by-number',
  });
});

test('a changed word of a prompt is found at its tick, whichever run comes first', () => {
  const compared = compare('normal-nvda', 'prompt');
  expect(compared.differing).toEqual([{ a: 3, b: 3, whats: ['model call 1, instructions'] }]);
  expect(compared.first?.differences).toMatchObject([
    {
      kind: 'text',
      parts: expect.arrayContaining([
        { side: 'a', text: 'trade' },
        { side: 'b', text: 'sell' },
      ]),
    },
  ]);
  expect(compare('prompt', 'normal-nvda').differing).toEqual(compared.differing);
});

test('pages of pairs make the same comparison as all at once', () => {
  const [a, b] = [{ workflowId: 'normal-nvda' }, { workflowId: 'prompt' }];
  const pages: ComparedRuns[] = [];
  for (let at = 0; at < 3; at += 1)
    pages.push(compareRuns(index, a, b, { limit: 2, cursor: pages.at(-1)?.nextCursor }));
  expect(pages.map(({ comparedCount, first }) => [comparedCount, first?.a.tick])).toEqual([
    [2, undefined],
    [2, 3],
    [2, undefined],
  ]);
  const rest = compareRuns(index, a, b, { limit: 1_000, cursor: pages.at(-1)?.nextCursor });
  const parts = [...pages, rest];
  const whole = compareRuns(index, a, b);
  expect(whole.nextCursor).toBeUndefined();
  expect(rest.nextCursor).toBeUndefined();
  expect(parts.flatMap(({ differing }) => differing)).toEqual(whole.differing);
  const count = (name: 'comparedCount' | 'sameCount') => parts.reduce((sum, part) => sum + part[name], 0);
  expect([count('comparedCount'), count('sameCount')]).toEqual([whole.pairCount, whole.sameCount]);
  expect(() => compareRuns(index, a, b, { cursor: 'x' })).toThrow('not one of this list');
  const [{ nextCursor } = {}] = pages;
  expect(() => compareRuns(index, b, a, { cursor: nextCursor })).toThrow('not one of this list');
});

test('a changed result is found by its path', () => {
  const { differences } = compareTicks(
    index,
    { workflowId: 'normal-nvda', tick: 3 },
    { workflowId: 'quote', tick: 3 },
  );
  const values = differences.flatMap((difference) =>
    difference.kind === 'value' ? difference.differences : [],
  );
  expect(values).toContainEqual(expect.objectContaining({ path: '/0/headlines/0/source', b: 'x' }));
});
