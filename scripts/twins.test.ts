import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const WATCHED = [
  'agent/policy/*.ts',
  'auditor/{adapters,comparison,provenance,config,decision-tree,evidence,history,query,replay,serve,store}/*.ts',
  'auditor/query/api/*.ts',
  'auditor/history/codec/*.ts',
  'auditor/query/{search,sql}/*.ts',
  'auditor/adapters/{agent-turn,trading,frameworks}/*.ts',
  'auditor/history/formats/*.ts',
];

/** Files without a test of their own, each with what tests it. The list only shrinks. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['auditor/history/formats/binary-format.ts', 'types'],
  ['auditor/history/formats/json-format.ts', 'types'],
  ['auditor/history/parsed-history.ts', 'types'],
  ['auditor/adapters/trading/names-v1.ts', 'constants'],
  ['auditor/adapters/frameworks/reader-parts.ts', 'every reader beside it'],
  ['auditor/history/codec/codec.ts', 'types'],
  ['auditor/query/sql/schema-statements.ts', 'sql-process'],
  ['auditor/query/sql/sql-child.ts', 'sql-process: the child process itself'],
  ['auditor/query/sql/sql-message.ts', 'types'],
  ['auditor/query/search/candidate.ts', 'types'],
  ['auditor/query/search/search-query.ts', 'types'],
  ['auditor/query/search/search-runs.ts', 'search-payloads'],
  ['auditor/query/search/to-hit.ts', 'search-payloads'],
  ['auditor/query/api/find-route.ts', 'answer-request'],
  ['auditor/query/api/parameters.ts', 'answer-request, open-api'],
  ['auditor/query/api/route.ts', 'answer-request'],
  ['auditor/query/api/to-value-name.ts', 'answer-request'],
  ['auditor/serve/home-text.ts', 'create-api-server'],
  ['auditor/serve/listen.ts', 'create-api-server'],
  ['auditor/replay/replay-history.ts', 'replay-histories'],
  ['auditor/replay/replay-input.ts', 'types'],
  ['auditor/replay/replay-one.ts', 'replay-histories: the child process itself'],
  ['auditor/replay/replay-process.ts', 'replay-histories'],
  ['auditor/store/index-file.ts', 'open-store'],
  ['auditor/store/schema.ts', 'types'],
  ['auditor/decision-tree/to-span.ts', 'derive-ticks'],
]);

const hasTwin = (file: string): boolean =>
  ['.test.ts', '.int.test.ts'].some((ending) => existsSync(join(ROOT, file.replace(/\.ts$/, ending))));

async function listSources(): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(WATCHED, { cwd: ROOT })) if (!file.endsWith('.test.ts')) files.push(file);
  return files;
}

test('every file of the pure folders and of the stages has its test beside it', async () => {
  const files = await listSources();
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !hasTwin(file) && !EXCEPTIONS.has(file))).toEqual([]);
});

test('an exception is a file that exists and has no test', () => {
  expect([...EXCEPTIONS.keys()].filter((file) => !existsSync(join(ROOT, file)) || hasTwin(file))).toEqual([]);
});
