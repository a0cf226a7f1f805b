import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeQuery } from '../store/store-query.ts';
import { IndexBuilder } from './_index/index-builder.ts';
import { openIndex } from './open-index.ts';

test('a folder without an index says what to do next', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickscope-none-'));
  expect(() => openIndex(folder)).toThrow(/There is no index at .*Try: tickscope pull/);
  rmSync(folder, { recursive: true });
});

test('what is opened cannot write', () => {
  const builder = new IndexBuilder();
  builder.run({ runId: 'r' });
  expect(() => builder.open().all(storeQuery.deleteFrom('run'))).toThrow();
  builder.close();
});
