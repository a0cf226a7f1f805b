import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toDecodedEvent } from '#auditor/base/decode-event.ts';
import { parseHistory } from '#auditor/history/_scripted/parse-history.ts';
import { readHistoryFile } from '#auditor/history/read-history-file.ts';
import { toStatedIds } from '#auditor/history/to-run.ts';
import { getTick } from '#auditor/query/get-tick.ts';
import { listTicks } from '#auditor/query/list-ticks.ts';
import { openIndex } from '#auditor/query/open-index.ts';
import { readHistory } from '#auditor/query/read-history.ts';
import { openStore } from '#auditor/store/open-store.ts';
import { importFiles } from '#auditor/sync/import-files.ts';
import { indexPage } from '#auditor/sync/index-run.ts';
import { createIndexer } from '#auditor/sync/indexer.ts';
import { HISTORIES, listRecordings, type Recording } from './list-recordings.ts';
import { toPrivateTexts } from './private-texts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const recordings = listRecordings();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function importInto(dataFolder: string, files: readonly string[]) {
  const store = openStore(dataFolder);
  try {
    return importFiles({ indexer: createIndexer(store), dataFolder, namespace: 'default' }, files);
  } finally {
    store.close();
  }
}

/** Everything that the index says about a workflow: its ticks with trees and answers, and its events. */
function readAll(dataFolder: string, { workflowId, runId }: Recording) {
  const index = openIndex(dataFolder);
  try {
    const ticks = listTicks(index, { workflowId, runId }).map(
      ({ tick }) => getTick(index, { workflowId, runId, tick }).tick,
    );
    return { ticks, history: [...readHistory(index, { workflowId, runId })].join('') };
  } finally {
    index.close();
  }
}

test('there are recordings, and nothing else lies beside them', () => {
  expect(recordings.length).toBeGreaterThan(10);
  const expected = recordings.flatMap(({ name }) => [`${name}.history.json`, `${name}.meta.json`]);
  expect(readdirSync(HISTORIES).toSorted()).toEqual(expected.toSorted());
});

test('the README tells what each one is', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  for (const { name } of recordings) expect(readme).toContain(`\`${name}\``);
});

test.each(recordings)('$name is described truly', ({ file, name, program, ...meta }) => {
  const { events, unknown } = readHistoryFile(file);
  const buildIds = new Set(events.flatMap(({ canonical }) => canonical.match(/"buildId":"[^"]*"/g) ?? []));
  expect(unknown).toEqual([]);
  expect(toStatedIds(events.map(({ event }) => event))).toEqual({
    workflowId: meta.workflowId,
    runId: meta.runId,
  });
  expect(events.length).toBe(meta.eventCount);
  expect(file).toContain(`${name}.history.json`);
  expect([...buildIds]).toEqual([`"buildId":"@temporalio/worker@${meta.sdkVersion}+${meta.bundleDigest}"`]);
  expect(existsSync(join(ROOT, program))).toBe(true);
  for (const member of meta.chain ?? [])
    expect(existsSync(join(HISTORIES, `${member}.history.json`))).toBe(true);
});

describe.each(recordings)('$name', (recording) => {
  const text = readFileSync(recording.file, 'utf8');
  const { events } = readHistoryFile(recording.file);

  test('stays small enough to be read in a diff', () => {
    expect(statSync(recording.file).size).toBeLessThan(1_000_000);
    expect(text.split('\n').length).toBe(events.length + 1);
  });

  test('every payload decodes', () => {
    const decoded = events.map(({ event }) => toDecodedEvent(event));
    expect(JSON.stringify(decoded)).not.toContain('"metadata":{"encoding"');
  });

  test('names no machine, no user and no path', () => {
    const decoded = JSON.stringify(events.map(({ event }) => toDecodedEvent(event)));
    for (const private_ of toPrivateTexts()) {
      expect(text).not.toMatch(private_);
      expect(decoded).not.toMatch(private_);
    }
  });

  test('is read the same without its name', () => {
    expect(parseHistory(text, 'unnamed')).toEqual(readHistoryFile(recording.file));
  });

  test('imported twice is imported once', () => {
    expect(importInto(folder, [recording.file])).toMatchObject([
      { kind: 'imported', addedCount: events.length },
    ]);
    const once = readAll(folder, recording);
    expect(importInto(folder, [recording.file])).toMatchObject([{ kind: 'imported', addedCount: 0 }]);
    expect(readAll(folder, recording)).toEqual(once);
    expect(once.ticks.length).toBeGreaterThan(0);
  });

  test('page by page of one event gives the same ticks as at once', () => {
    const [apart, together] = [join(folder, 'apart'), join(folder, 'together')];
    importInto(together, [recording.file]);
    const store = openStore(apart);
    const { namespace, workflowId, runId } = recording;
    for (const event of events) {
      const { derivationError } = indexPage(createIndexer(store), {
        key: { namespace, workflowId, runId },
        source: 'file',
        events: [event],
      });
      expect(derivationError).toBeUndefined();
    }
    store.close();
    expect(readAll(apart, recording)).toEqual(readAll(together, recording));
  });

  test('export gives back the same bytes', () => {
    importInto(folder, [recording.file]);
    const { history } = readAll(folder, recording);
    expect(history).toBe(text);
    const again = join(folder, 'again.json');
    writeFileSync(again, history);
    expect(importInto(join(folder, 'second'), [again])).toMatchObject([{ addedCount: events.length }]);
  });
});

test('the runs of a chain are one story', () => {
  const chained = recordings.filter(({ chain }) => chain !== undefined);
  expect(chained.length).toBe(3);
  importInto(
    folder,
    chained.map(({ file }) => file),
  );
  const index = openIndex(folder);
  const ticks = listTicks(index, { workflowId: chained[0]?.workflowId ?? '' });
  index.close();
  expect(ticks.map(({ tick }) => tick)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(new Set(ticks.map(({ runId }) => runId))).toEqual(new Set(chained.map(({ runId }) => runId)));
});
