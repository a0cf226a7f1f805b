import { expect, test } from 'vitest';
import { TickscopeError } from '../base/tickscope-error.ts';
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
