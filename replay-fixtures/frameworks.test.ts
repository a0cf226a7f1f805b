import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toDecodedEvent } from '#auditor/base/decode-event.ts';
import { parseHistory } from '#auditor/history/_scripted/parse-history.ts';
import { readHistoryFile } from '#auditor/history/read-history-file.ts';
import { toCsv, toFrameworkRows } from './framework-rows.ts';
import { FRAMEWORKS, listFrameworkRecordings } from './list-framework-recordings.ts';
import { toPrivateTexts } from './private-texts.ts';

const EXPECTED = new URL('./expected-frameworks/', import.meta.url);
const TABLES = ['modelCalls', 'toolCalls', 'toolRuns'] as const;
const FILE_NAMES = { modelCalls: 'model-calls', toolCalls: 'tool-calls', toolRuns: 'tool-runs' };

const recordings = listFrameworkRecordings();

test('each recording is told in the README, and nothing else lies beside them', () => {
  const files = recordings.flatMap(({ name }) => [`${name}.history.json`, `${name}.meta.json`]);
  expect(readdirSync(FRAMEWORKS).toSorted()).toEqual(files.toSorted());
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  for (const { name } of recordings) expect(readme).toContain(`\`${name}\``);
});

test('no expected table is left over', () => {
  const files = recordings.flatMap(({ name }) => TABLES.map((table) => `${name}.${FILE_NAMES[table]}.csv`));
  expect(readdirSync(EXPECTED).filter((name) => !files.includes(name))).toEqual([]);
});

/** A change is judged by reading its diff: npm run golden. */
describe.each(recordings)('$name', (recording) => {
  const rows = toFrameworkRows(recording);
  const text = readFileSync(recording.file, 'utf8');
  const { events, unknown } = readHistoryFile(recording.file);

  test.each(TABLES)('golden: %s', async (table) => {
    const file = fileURLToPath(new URL(`${recording.name}.${FILE_NAMES[table]}.csv`, EXPECTED));
    if (rows[table].length === 0) expect(existsSync(file)).toBe(false);
    else await expect(toCsv(rows[table])).toMatchFileSnapshot(file);
  });

  test('is described truly, and small', () => {
    expect(recording.file).toContain(`${recording.name}.history.json`);
    expect(events.length).toBe(recording.eventCount);
    expect(unknown).toEqual([]);
    expect(parseHistory(text, 'unnamed').events).toEqual(events);
    expect(existsSync(new URL(`../${recording.program}`, import.meta.url))).toBe(true);
    expect(statSync(recording.file).size).toBeLessThan(150_000);
  });

  test('names no machine, no user and no path', () => {
    const decoded = JSON.stringify(events.map(({ event }) => toDecodedEvent(event)));
    for (const private_ of toPrivateTexts()) {
      expect(text).not.toMatch(private_);
      expect(decoded).not.toMatch(private_);
    }
  });
});
