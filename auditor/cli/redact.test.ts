import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getEvent } from '../query/get-event.ts';
import { openIndex } from '../query/open-index.ts';
import { openStore } from '../store/open-store.ts';
import { toRunJson } from '../sync/_scripted/event-json.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const payload = (value: unknown) => ({
  metadata: { encoding: btoa('json/plain') },
  data: btoa(JSON.stringify(value)),
});
const EVENTS = toRunJson({ runId: 'run-1', tasks: 1 }).map((event) =>
  event.eventId === '2'
    ? {
        ...event,
        workflowExecutionSignaledEventAttributes: {
          input: { payloads: [payload({ apiKey: 'sesame', note: 'findable' })] },
        },
      }
    : event,
);

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-cli-redact-'));
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ events: EVENTS }));
  await run('import', 'run.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...argv: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [MAIN, ...argv, '--data', 'data'], { cwd: folder }, (error, _out, stderr) => {
      if (error) reject(error);
      else resolve(stderr);
    });
  });
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('a secret is neither shown nor searchable; the record keeps it', () => {
  const index = openIndex(join(folder, 'data'));
  const event = getEvent(index, { workflowId: 'sample', runId: 'run-1', eventId: 2 });
  index.close();
  expect(JSON.stringify(event.decoded)).toContain('{"apiKey":"[redacted]","note":"findable"}');
  expect(JSON.stringify(event.event)).toContain(payload({ apiKey: 'sesame', note: 'findable' }).data);
  const store = openStore(join(folder, 'data'));
  const find = store.db.prepare('SELECT rowid FROM search WHERE search MATCH ?');
  expect([find.get('findable') !== undefined, find.get('sesame')]).toEqual([true, undefined]);
  store.close();
});

test.each(['json', 'jsonl', 'binary'])('export --redact --format %s says what it costs', async (format) => {
  const said = await run('export', 'sample', '--redact', '--format', format, '-o', 'redacted');
  expect(said).toContain("1 of 5 events were redacted: their digests differ from the record's");
  expect(read('redacted')).not.toContain(payload({ apiKey: 'sesame', note: 'findable' }).data);
  expect(read('redacted')).not.toContain('sesame');
  await run('export', 'sample', '--format', format, '-o', 'whole');
  expect(read('whole')).not.toBe(read('redacted'));
});

test('a redacted export is a history like any other', async () => {
  await run('export', 'sample', '--redact', '-o', 'redacted.json');
  const { events } = JSON.parse(read('redacted.json'));
  expect(events).toHaveLength(5);
  expect(events[1].workflowExecutionSignaledEventAttributes.input.payloads).toEqual([
    payload({ apiKey: '[redacted]', note: 'findable' }),
  ]);
});
