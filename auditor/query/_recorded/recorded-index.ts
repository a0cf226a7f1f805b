import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFiles } from '../../sync/import-files.ts';
import { openIndexer } from '../../sync/open-indexer.ts';
import { type Index, openIndex } from '../open-index.ts';

const FOLDER = fileURLToPath(new URL('../../../replay-fixtures/histories/', import.meta.url));

/** An index of recordings in a folder of its own. Close it: the folder goes, too. */
export type RecordedIndex = { readonly folder: string; readonly index: Index; readonly close: () => void };

/** Indexes recordings, all of them or those of these names, in the namespace `default`. */
export function openRecordedIndex(names?: readonly string[]): RecordedIndex {
  const folder = mkdtempSync(join(tmpdir(), 'tickscope-recorded-'));
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.history.json'))
    .filter((file) => names === undefined || names.includes(file.replace('.history.json', '')));
  const indexer = openIndexer(folder);
  importFiles(
    { indexer, dataFolder: folder, namespace: 'default' },
    files.map((file) => join(FOLDER, file)),
  );
  indexer.close();
  const index = openIndex(folder);
  const close = () => {
    index.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, index, close };
}
