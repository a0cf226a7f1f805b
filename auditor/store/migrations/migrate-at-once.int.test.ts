import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { INDEX_FILE } from '../index-file.ts';
import { listSchema } from '../list-schema.ts';
import { openScratch } from '../open-scratch.ts';
import { readCanonicalEvents } from '../read-events.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';
import { migrate } from './migrate.ts';

const PROGRAM = fileURLToPath(new URL('../_scripted/open-store-process.ts', import.meta.url));
const STOPPING = fileURLToPath(new URL('../_scripted/stop-in-migration.ts', import.meta.url));
const EVENTS = 30_000;
const toText = (eventId: number): string =>
  JSON.stringify({ eventId: String(eventId), text: 'x'.repeat(200) });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-migrate-'));
  writeFirstSchema(join(folder, INDEX_FILE));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An index as the first version wrote it, with so many events that moving them takes a while. */
function writeFirstSchema(file: string): void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  migrate(db, ALL_MIGRATIONS.slice(0, 1));
  db.exec(`INSERT INTO run (id, namespace, workflow_id, run_id, workflow_type, status, started_at, started_at_micros,
    first_run_id, event_count, source, pulled_at_micros) VALUES (1, 'n', 'w', 'r', 't', 'running', '', 0, 'r', ${EVENTS}, 'file', 0)`);
  const insert = db.prepare("INSERT INTO event VALUES (1, ?, 'TIMER_STARTED', '', 0, ?, ?)");
  db.transaction(() => {
    for (let eventId = 1; eventId <= EVENTS; eventId += 1) {
      insert.run(eventId, toText(eventId), hash('sha256', toText(eventId), 'buffer'));
    }
  })();
  db.close();
}

const start = (): ChildProcess => spawn(process.execPath, [PROGRAM, folder], { stdio: 'inherit' });

async function exitCode(child: ChildProcess): Promise<unknown> {
  const [code, signal] = await once(child, 'exit');
  return code ?? signal;
}

function expectSound(): void {
  const db = new Database(join(folder, INDEX_FILE), { readonly: true });
  const scratch = openScratch();
  const toParts = (from: typeof db) => listSchema(from).map(({ rootPage: _, ...part }) => part);
  expect(toParts(db)).toEqual(toParts(scratch.db));
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(EVENTS);
  let eventId = 0;
  for (const text of readCanonicalEvents(db, 1, 1)) if (text === toText(eventId + 1)) eventId += 1;
  expect(eventId).toBe(EVENTS);
  scratch.close();
  db.close();
}

test('two programs that open an old index at once leave a good one', async () => {
  expect(await Promise.all([exitCode(start()), exitCode(start())])).toEqual([0, 0]);
  expectSound();
});

test('after a kill in the middle of a migration the next program does it again', async () => {
  const child = spawn(process.execPath, [STOPPING, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = exitCode(child);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  expect(await gone).toBe('SIGKILL');
  const db = new Database(join(folder, INDEX_FILE));
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  db.close();
  expect(await exitCode(start())).toBe(0);
  expectSound();
});
