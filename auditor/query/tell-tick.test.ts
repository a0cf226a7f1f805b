import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellTicks } from '../adapters/_recorded/tell-ticks.ts';
import { createUnderstanding } from '../adapters/all-adapters.ts';
import { genericAdapter } from '../adapters/generic.ts';
import { readHistoryFile } from '../history/read-history-file.ts';
import { toRun, toStatedIds } from '../history/to-run.ts';
import { importFiles } from '../sync/import-files.ts';
import { openIndexer } from '../sync/open-indexer.ts';
import { getTick } from './get-tick.ts';
import { type Index, openIndex } from './open-index.ts';

const FOLDER = fileURLToPath(new URL('../../replay-fixtures/histories/', import.meta.url));
// A run of a chain is told with what the runs before it left; alone, these start their chain.
const FILES = readdirSync(FOLDER).filter((file) =>
  /^(?!continue-as-new-chain-[23]).*\.history\.json$/.test(file),
);

let folder: string;
let index: Index;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-tell-'));
  const indexer = openIndexer(folder);
  const files = FILES.map((file) => join(FOLDER, file));
  importFiles({ indexer, dataFolder: folder, namespace: 'default' }, files);
  indexer.close();
  index = openIndex(folder);
});
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

test.each(FILES)('%s: told from the index as from all events at once', (file) => {
  const events = readHistoryFile(join(FOLDER, file)).events.map(({ event }) => event);
  const [first, last] = [events[0], events.at(-1)];
  const { workflowId = '', runId = '' } = toStatedIds(events);
  if (!first || !last) throw new Error('an empty recording');
  const run = toRun({ namespace: 'default', workflowId, runId }, 'file', first, last);
  const adapter = createUnderstanding().adapterFor(run, { hasModelCalls: false });
  for (const { tick } of tellTicks({ run, adapter, events })) {
    expect(getTick(index, { workflowId, runId, tick: tick.tick }).tick).toEqual(tick);
  }
});

test('a tick of an adapter that this version does not know is told in general terms', () => {
  expect(createUnderstanding().adapterNamed('trading/99')).toBe(genericAdapter);
});
