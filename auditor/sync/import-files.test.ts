import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toCloudExport, toReadable } from '../history/_scripted/foreign-forms.ts';
import { sampleHistory } from '../history/_scripted/sample-history.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { toRunJson } from './_scripted/event-json.ts';
import { readRows } from './_scripted/read-rows.ts';
import { importFiles, importInSteps } from './import-files.ts';
import { createIndexer } from './indexer.ts';

let folder = '';
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-import-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const options = () => ({ indexer: createIndexer(store), dataFolder: folder, namespace: 'default' });

test('a broken file ends nothing and is kept with its message', () => {
  const good = write('good.json', { events: toRunJson({ runId: 'run-1', tasks: 2 }) });
  const broken = write('orders.json', '{"orders":[]}');
  const [first, second, third] = importFiles(options(), [broken, good, join(folder, 'absent.json')]);
  expect(first).toMatchObject({ kind: 'rejected', file: broken, error: { code: 'not-a-history' } });
  const keptAs = first?.kind === 'rejected' ? first.keptAs : undefined;
  if (keptAs === undefined) throw new Error('not kept');
  expect(readFileSync(keptAs, 'utf8')).toBe('{"orders":[]}');
  expect(readFileSync(`${keptAs}.txt`, 'utf8')).toBe(
    'orders.json has no list of events: {"events":[…]} is expected.\n',
  );
  expect(second).toMatchObject({
    kind: 'imported',
    addedCount: 9,
    run: { workflowId: 'sample', source: 'file' },
  });
  expect(third).toMatchObject({ kind: 'rejected' });
  expect(third).not.toHaveProperty('keptAs');
});

test('the same file again adds nothing; a longer one of the same run goes on', () => {
  const short = write('short.json', { events: toRunJson({ runId: 'run-1', tasks: 1 }) });
  const long = write('long.json', { events: toRunJson({ runId: 'run-1', tasks: 2 }) });
  const added = importFiles(options(), [short, short, long, short]).map(
    (file) => file.kind === 'imported' && file.addedCount,
  );
  expect(added).toEqual([5, 0, 4, 0]);
});

test('a file that contradicts what is stored is refused and kept', () => {
  const events = toRunJson({ runId: 'run-1', tasks: 1 });
  const forged = events.map((event) => ({ ...event, taskId: '1' }));
  const [, second] = importFiles(options(), [
    write('a.json', { events }),
    write('b.json', { events: forged }),
  ]);
  expect(second).toMatchObject({ kind: 'rejected', error: { code: 'event-conflict' } });
  expect(readRows(folder, 'sample').conflicts.length).toBe(5);
});

test('histories of old servers do not say of which workflow they are', () => {
  const [first, ...rest] = toRunJson({ runId: 'run-1', tasks: 1 });
  const old = { ...first, workflowExecutionStartedEventAttributes: { originalExecutionRunId: 'run-1' } };
  const file = write('old.json', { events: [old, ...rest] });
  expect(importFiles(options(), [file])[0]).toMatchObject({
    error: { message: 'old.json does not say which workflow it is of. Give it: --workflow-id <id>' },
  });
  expect(importFiles({ ...options(), workflowId: 'given' }, [file])[0]).toMatchObject({
    run: { workflowId: 'given' },
  });
});

const toOldHistory = (runId: string) => {
  const [first, ...rest] = toRunJson({ runId, tasks: 1 });
  return {
    events: [
      { ...first, workflowExecutionStartedEventAttributes: { originalExecutionRunId: runId } },
      ...rest,
    ],
  };
};

test('a given workflow id is of one run: another one that does not say is refused, and not kept', () => {
  const files = [
    write('one.json', toOldHistory('run-1')),
    write('two.json', toOldHistory('run-2')),
    write('one-again.json', toOldHistory('run-1')),
    write('says.json', { events: toRunJson({ runId: 'run-3', tasks: 1 }) }),
  ];
  const [one, two, again, says] = importFiles({ ...options(), workflowId: 'given' }, files);
  expect(one).toMatchObject({ run: { workflowId: 'given', runId: 'run-1' } });
  expect(two).toMatchObject({
    kind: 'rejected',
    error: {
      code: 'wrong-usage',
      message:
        'two.json does not say which workflow it is of, and --workflow-id given is taken by one.json, which is another run. Import each of them by a command of its own.',
    },
  });
  expect(two).not.toHaveProperty('keptAs');
  expect(again).toMatchObject({ kind: 'imported', addedCount: 0 });
  expect(says).toMatchObject({ run: { workflowId: 'sample' } });
});

test('a run that is stored under another workflow id keeps it', () => {
  const file = write('one.json', toOldHistory('run-1'));
  importFiles({ ...options(), workflowId: 'given' }, [file]);
  const [mistyped] = importFiles({ ...options(), workflowId: 'gvien' }, [file]);
  expect(mistyped).toMatchObject({
    error: {
      code: 'wrong-usage',
      message:
        'one.json is run run-1, which is stored as given, not as gvien. Give its name: --workflow-id given',
    },
  });
});

test('a file that cannot be kept ends nothing', () => {
  write('rejected', 'no folder');
  const [broken, good] = importFiles(options(), [
    write('orders.json', '{"orders":[]}'),
    write('good.json', { events: toRunJson({ runId: 'run-1', tasks: 1 }) }),
  ]);
  expect(broken).toMatchObject({
    error: { code: 'not-a-history' },
    notKept: expect.stringContaining('EEXIST'),
  });
  expect(good).toMatchObject({ kind: 'imported' });
});

test('a full disk ends the import with its name, and no good file is kept as rejected', () => {
  const good = write('good.json', { events: toRunJson({ runId: 'run-1', tasks: 300 }) });
  store.db.pragma(`max_page_count = ${store.db.pragma('page_count', { simple: true })}`);
  expect(() => importFiles(options(), [good, good])).toThrow(
    expect.objectContaining({ code: 'index-unusable' }),
  );
  expect(existsSync(join(folder, 'rejected'))).toBe(false);
});

test('a name cannot lead out of the folder of rejected files', () => {
  const file = write('..%2f..%2fescape.json', 'x');
  importFiles(options(), [file]);
  expect(existsSync(join(folder, 'rejected', '2d711642b726-..%2f..%2fescape.json'))).toBe(true);
});

test('a long history is stored in several transactions, and whole', () => {
  const events = toRunJson({ runId: 'run-1', tasks: 600, closedBy: 'WORKFLOW_EXECUTION_COMPLETED' });
  expect(importFiles(options(), [write('long.json', { events })])[0]).toMatchObject({
    kind: 'imported',
    addedCount: events.length,
    run: { status: 'completed', eventCount: events.length },
  });
});

test('each run of an export of Temporal Cloud is a run of its own, twice is once', () => {
  const file = join(folder, 'export.bin');
  writeFileSync(file, toCloudExport([sampleHistory('a'), sampleHistory('b'), sampleHistory('a')]));
  const imported = importFiles(options(), [file]);
  expect(
    imported.map((run) => run.kind === 'imported' && [run.run.runId, run.addedCount, run.format]),
  ).toEqual([
    ['a', 8, 'cloud-export'],
    ['b', 8, 'cloud-export'],
    ['a', 0, 'cloud-export'],
  ]);
});

test('why a copy may only be viewed is stored with the run', () => {
  const events = Object(toReadable(sampleHistory('a')));
  const [imported] = importFiles(options(), [write('readable.json', { events })]);
  expect(imported).toMatchObject({
    format: 'ui-readable',
    viewOnly: expect.stringContaining('shown as values'),
  });
  expect(store.db.prepare('SELECT format, view_only FROM run').get()).toEqual({
    format: 'ui-readable',
    view_only: imported?.kind === 'imported' ? imported.viewOnly : '',
  });
});

test('what of a run was read for viewing only is view only, until a file that can be replayed has all of it', () => {
  const events = toRunJson({ runId: 'run-1', tasks: 1200 });
  const whole = write('whole.json', { events });
  const shown = write('shown.json', { viewOnly: 'shown as values', events });
  const start = write('start.json', { events: events.slice(0, 6) });
  const imported = importFiles(options(), [start, shown, start, whole, shown]);
  expect(
    imported.map((file) => file.kind === 'imported' && [file.run.viewOnly, file.noLongerViewOnly]),
  ).toEqual([
    [undefined, undefined],
    ['shown as values', undefined],
    ['shown as values', undefined],
    [undefined, 'shown as values'],
    [undefined, undefined],
  ]);
});

test('page by page, so that an import can be stopped between two', () => {
  const events = toRunJson({ runId: 'run-1', tasks: 1200 });
  const steps = importInSteps(options(), [write('long.json', { events })]);
  expect(steps.next().value).toMatchObject({ kind: 'page', storedCount: 4000, eventCount: events.length });
  steps.return(undefined);
  expect(store.db.prepare('SELECT event_count FROM run').get()).toEqual({ event_count: 4000 });
  const [again] = importFiles(options(), [join(folder, 'long.json')]);
  expect(again).toMatchObject({ addedCount: events.length - 4000 });
});

test('a long name of a rejected file is cut', () => {
  const [rejected] = importFiles(options(), [write(`${'x'.repeat(240)}.json`, 'x')]);
  expect(rejected).toMatchObject({ kind: 'rejected', keptAs: expect.stringMatching(/x{50}\.json$/) });
});
