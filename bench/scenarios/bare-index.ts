/** The peer of indexing a file: JSON.parse, one INSERT per event, full text of its decoded payloads. Nothing is checked or derived. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { report } from '../report.ts';

const [file = '', folder = ''] = process.argv.slice(2);
const startedAt = performance.now();
const { events } = JSON.parse(readFileSync(file, 'utf8'));
const db = new Database(join(folder, 'bare.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.exec(`CREATE TABLE event (event_id INTEGER PRIMARY KEY, event_type TEXT, event_time TEXT, json TEXT) STRICT;
  CREATE VIRTUAL TABLE search USING fts5 (text, content = '')`);
const insert = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?)');
const index = db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)');
db.transaction(() => {
  for (const event of events) {
    insert.run(Number(event.eventId), event.eventType, event.eventTime, JSON.stringify(event));
    const texts: string[] = [];
    collect(event, texts);
    if (texts.length > 0) index.run(Number(event.eventId), texts.join(' '));
  }
})();
db.close();
report({ ms: performance.now() - startedAt });

/** Texts of all payloads inside a value. */
function collect(value: unknown, texts: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('metadata' in value && 'data' in value && typeof value.data === 'string') {
    texts.push(Buffer.from(value.data, 'base64').toString('utf8'));
    return;
  }
  for (const child of Object.values(value)) collect(child, texts);
}
