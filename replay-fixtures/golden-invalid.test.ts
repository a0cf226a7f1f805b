import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TickscopeError } from '#auditor/base/tickscope-error.ts';
import { openStore } from '#auditor/store/open-store.ts';
import { importFiles } from '#auditor/sync/import-files.ts';
import { createIndexer } from '#auditor/sync/indexer.ts';

const INVALID = fileURLToPath(new URL('./invalid/', import.meta.url));
const EXPECTED = fileURLToPath(new URL('./invalid-messages.txt', import.meta.url));

/** Whoever has a broken file must read what is wrong with it and where. A change is judged by reading its diff: npm run golden. */
test('each broken file is refused with its name, the event and the reason, and leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickscope-invalid-'));
  const store = openStore(folder);
  const files = readdirSync(INVALID)
    .toSorted()
    .map((name) => join(INVALID, name));
  const imported = importFiles(
    { indexer: createIndexer(store), dataFolder: folder, namespace: 'default' },
    files,
  );
  const runs = store.db.prepare('SELECT COUNT(*) AS n FROM run').get();
  store.close();
  rmSync(folder, { recursive: true });
  const lines = imported.map((file) => {
    if (file.kind === 'imported') return `${file.file} was imported`;
    expect(file.error).toBeInstanceOf(TickscopeError);
    return file.error instanceof TickscopeError ? `${file.error.code}: ${file.error.message}` : '';
  });
  expect(files.length).toBeGreaterThan(40);
  expect(runs).toEqual({ n: 0 });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(EXPECTED);
});
