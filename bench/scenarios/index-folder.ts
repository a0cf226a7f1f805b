/** Indexing every history file of a folder. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles } from '#auditor/sync/import-files.ts';
import { openIndexer } from '#auditor/sync/open-indexer.ts';
import { report } from '../report.ts';

const [from = '', folder = '', count = '0'] = process.argv.slice(2);
const files = readdirSync(from)
  .slice(0, Number(count))
  .map((file) => join(from, file));
const startedAt = performance.now();
const indexer = openIndexer(folder);
const imported = importFiles({ indexer, dataFolder: folder, namespace: 'default' }, files);
indexer.close();
const ms = performance.now() - startedAt;
const failed = imported.find(({ kind }) => kind === 'rejected');
if (failed?.kind === 'rejected') throw failed.error;
report({ ms, runs: imported.length });
