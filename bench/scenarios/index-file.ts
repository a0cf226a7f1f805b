/** Indexing a history file as `tickscope import` does it: everything derived and searchable. */
import { importFiles } from '#auditor/sync/import-files.ts';
import { openIndexer } from '#auditor/sync/open-indexer.ts';
import { report } from '../report.ts';

const [file = '', folder = ''] = process.argv.slice(2);
const startedAt = performance.now();
const indexer = openIndexer(folder);
const [imported] = importFiles({ indexer, dataFolder: folder, namespace: 'default' }, [file]);
indexer.close();
const ms = performance.now() - startedAt;
if (imported?.kind !== 'imported') throw imported?.error;
report({ ms, events: imported.addedCount });
