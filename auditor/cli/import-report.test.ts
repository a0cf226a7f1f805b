import { expect, test } from 'vitest';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Run } from '../model/run.ts';
import type { ImportedRun } from '../sync/import-files.ts';
import { toImportLine, toSkippedLine } from './import-report.ts';

const rejected = (message: string) =>
  ({ kind: 'rejected', file: 'a.json', error: new TickscopeError('history-invalid', message) }) as const;

test('a refusal is a sentence, and so is where its file is kept or why it is not', () => {
  expect(toImportLine(rejected('a.json is empty.'))).toBe('a.json is empty.');
  expect(toImportLine({ ...rejected('a.json is empty.'), keptAs: '/x/a.json' })).toBe(
    'a.json is empty. Kept as /x/a.json.',
  );
  expect(toImportLine({ ...rejected('Give it: --workflow-id <id>'), keptAs: '/x/a.json' })).toBe(
    'Give it: --workflow-id <id>. Kept as /x/a.json.',
  );
  expect(toImportLine({ ...rejected('a.json is empty.'), notKept: 'ENOSPC: no space left' })).toBe(
    'a.json is empty. It could not be kept: ENOSPC: no space left.',
  );
});

test('what was left out of folders', () => {
  const skipped = new Map([
    ['hidden', 2],
    ['of a name that is not UTF-8', 1],
  ] as const);
  expect(toSkippedLine(skipped)).toBe('Left out of the folders: 2 hidden, 1 of a name that is not UTF-8.');
});

const RUN: Run = {
  ...{
    namespace: 'default',
    workflowId: 'w',
    runId: 'r',
    workflowType: 't',
    status: 'running',
    firstRunId: 'r',
  },
  ...{ startedAt: '2026-11-23T20:41:00Z', eventCount: 17, source: 'file' },
};
const FILE: ImportedRun = {
  ...{ kind: 'imported', file: 'a.json', format: 'ui-readable', run: RUN, addedCount: 11 },
  ...{ unknown: [], notes: [] },
};
const WHY = 'its payloads are shown as values';

test.each<[string, ImportedRun]>([
  ['', FILE],
  [`; view only, no replay: ${WHY}`, { ...FILE, viewOnly: WHY, run: { ...RUN, viewOnly: WHY } }],
  [`; view only, no replay: ${WHY}`, { ...FILE, run: { ...RUN, viewOnly: WHY } }],
  [`; the file is view only (${WHY}), the stored copy can still be replayed`, { ...FILE, viewOnly: WHY }],
  [
    '; no longer view only: this copy can be replayed and has the same bytes for every stored event',
    { ...FILE, noLongerViewOnly: WHY },
  ],
])('what an import says of replay: %s', (text, file) => {
  expect(toImportLine(file)).toBe(`a.json: w run r, 17 events, 11 new; Web UI's readable download${text}`);
});
