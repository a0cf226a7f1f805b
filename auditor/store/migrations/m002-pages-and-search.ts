import { zstdCompressSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';

/**
 * Second schema: events lie in compressed pages, ticks are told when read, model and tool calls have rows, everything can be searched.
 *
 * The events of the first schema are moved, byte for byte; what was derived from them is derived again by whoever writes next.
 */
export function m002PagesAndSearch(db: Database): void {
  db.exec(BEFORE);
  moveEvents(db);
  db.exec(AFTER);
}

const EVENTS_PER_PAGE = 64;
const CHARACTERS_PER_PAGE = 512 * 1024;

const BEFORE = `
ALTER TABLE run ADD COLUMN format TEXT;
ALTER TABLE run ADD COLUMN view_only TEXT;
ALTER TABLE run ADD COLUMN root_workflow_id TEXT;
ALTER TABLE run ADD COLUMN root_run_id TEXT;
ALTER TABLE run ADD COLUMN reset_base_run_id TEXT;
ALTER TABLE run ADD COLUMN adapter TEXT;
ALTER TABLE run ADD COLUMN derived_event_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN last_event_at TEXT;
ALTER TABLE run ADD COLUMN last_event_at_micros INTEGER;
ALTER TABLE run ADD COLUMN lag_micros INTEGER;
ALTER TABLE run ADD COLUMN confirmed_at_micros INTEGER;
ALTER TABLE run ADD COLUMN lost_from_event_id INTEGER;
ALTER TABLE run ADD COLUMN lost_at_micros INTEGER;
ALTER TABLE run ADD COLUMN conflict_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN model_call_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN tool_call_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN input_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN output_tokens INTEGER NOT NULL DEFAULT 0;

CREATE TABLE event_page (
  run_pk INTEGER NOT NULL REFERENCES run (id),
  first_event_id INTEGER NOT NULL CHECK (first_event_id >= 1),
  last_event_id INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (run_pk, first_event_id)
) STRICT;

CREATE TABLE event_row (
  run_pk INTEGER NOT NULL REFERENCES run (id),
  event_id INTEGER NOT NULL CHECK (event_id >= 1),
  event_type TEXT NOT NULL,
  event_time TEXT NOT NULL,
  time_micros INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  PRIMARY KEY (run_pk, event_id)
) STRICT, WITHOUT ROWID;

INSERT INTO event_row SELECT run_pk, event_id, event_type, event_time, time_micros, sha256 FROM event;
UPDATE run SET
  carry_json = NULL, open_from_event_id = 1, tick_count = 0,
  last_event_at = (SELECT event_time FROM event WHERE run_pk = run.id AND event_id = run.event_count),
  last_event_at_micros = (SELECT time_micros FROM event WHERE run_pk = run.id AND event_id = run.event_count),
  conflict_count = (SELECT count(*) FROM event_conflict WHERE run_pk = run.id);
`;

function moveEvents(db: Database): void {
  const runs = db.prepare<[], { run_pk: number }>('SELECT DISTINCT run_pk FROM event').all();
  const sizes = db.prepare<[number], EventSize>(
    'SELECT event_id AS eventId, length(canonical) AS length FROM event WHERE run_pk = ? ORDER BY event_id',
  );
  const select = db
    .prepare<[number, number, number], string>(
      'SELECT canonical FROM event WHERE run_pk = ? AND event_id BETWEEN ? AND ? ORDER BY event_id',
    )
    .pluck();
  const insert = db.prepare('INSERT INTO event_page VALUES (?, ?, ?, ?)');
  for (const { run_pk: runPk } of runs) {
    for (const { first, last } of cutPages(sizes.all(runPk))) {
      insert.run(runPk, first, last, zstdCompressSync(select.all(runPk, first, last).join('\n')));
    }
  }
}

type EventSize = { readonly eventId: number; readonly length: number };

/** By number and size, as pages are read whole for the sake of one event; a large event has a page to itself. */
function cutPages(
  events: readonly EventSize[],
): readonly { readonly first: number; readonly last: number }[] {
  const pages: { first: number; last: number }[] = [];
  let size = 0;
  for (const { eventId, length } of events) {
    const page = pages.at(-1);
    size += length;
    if (page === undefined || eventId - page.first >= EVENTS_PER_PAGE || size > CHARACTERS_PER_PAGE) {
      pages.push({ first: eventId, last: eventId });
      size = length;
    } else {
      page.last = eventId;
    }
  }
  return pages;
}

const AFTER = `
CREATE TABLE conflict_row (
  run_pk INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  canonical TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  seen_at_micros INTEGER NOT NULL,
  PRIMARY KEY (run_pk, event_id, sha256),
  FOREIGN KEY (run_pk, event_id) REFERENCES event_row (run_pk, event_id)
) STRICT, WITHOUT ROWID;
INSERT INTO conflict_row SELECT run_pk, event_id, canonical, sha256, seen_at_micros FROM event_conflict;
DROP TABLE event_conflict;
DROP TABLE event;
DROP TABLE tick;
ALTER TABLE event_row RENAME TO event;
ALTER TABLE conflict_row RENAME TO event_conflict;

CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_page_is_never_updated BEFORE UPDATE ON event_page
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_page_is_never_deleted BEFORE DELETE ON event_page
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_conflict_is_never_updated BEFORE UPDATE ON event_conflict
BEGIN SELECT RAISE(ABORT, 'event conflicts are append-only'); END;
CREATE TRIGGER event_conflict_is_never_deleted BEFORE DELETE ON event_conflict
BEGIN SELECT RAISE(ABORT, 'event conflicts are append-only'); END;

CREATE INDEX event_by_rare_type ON event (event_type, run_pk, event_id) WHERE event_type NOT IN ('WORKFLOW_TASK_SCHEDULED', 'WORKFLOW_TASK_STARTED', 'WORKFLOW_TASK_COMPLETED', 'ACTIVITY_TASK_SCHEDULED', 'ACTIVITY_TASK_STARTED', 'ACTIVITY_TASK_COMPLETED');
CREATE INDEX run_by_status ON run (status, started_at_micros DESC);
CREATE INDEX run_by_type ON run (workflow_type, started_at_micros DESC);
CREATE INDEX run_by_pull ON run (pulled_at_micros);
CREATE INDEX run_underived ON run (id) WHERE derived_event_count < event_count;

CREATE TABLE worker (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL,
  build_id TEXT NOT NULL,
  UNIQUE (identity, build_id)
) STRICT;

CREATE TABLE tick (
  run_pk INTEGER NOT NULL REFERENCES run (id),
  tick INTEGER NOT NULL,
  label TEXT NOT NULL,
  level TEXT NOT NULL,
  status TEXT NOT NULL,
  outcome TEXT NOT NULL,
  tone TEXT NOT NULL,
  interrupted INTEGER NOT NULL CHECK (interrupted IN (0, 1)),
  first_event_id INTEGER NOT NULL,
  last_event_id INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  duration_ms REAL NOT NULL,
  worker_id INTEGER REFERENCES worker (id),
  worker_before_id INTEGER REFERENCES worker (id),
  model_calls INTEGER NOT NULL,
  tool_calls INTEGER NOT NULL,
  input_tokens INTEGER,
  output_tokens INTEGER,
  remembered_json TEXT,
  adapter TEXT NOT NULL,
  PRIMARY KEY (run_pk, tick)
) STRICT, WITHOUT ROWID;
CREATE INDEX tick_by_event ON tick (run_pk, first_event_id);

CREATE TABLE event_group (
  run_pk INTEGER NOT NULL REFERENCES run (id),
  first_event_id INTEGER NOT NULL,
  last_event_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  attempt INTEGER,
  duration_ms REAL,
  summary TEXT,
  PRIMARY KEY (run_pk, first_event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_group_open ON event_group (run_pk, first_event_id) WHERE status = 'pending';
CREATE INDEX event_group_by_kind ON event_group (kind, run_pk, first_event_id) WHERE kind NOT IN ('activity', 'workflow-task');
CREATE INDEX event_group_by_status ON event_group (status, run_pk, first_event_id) WHERE status NOT IN ('completed', 'fired');

CREATE TABLE model_call (
  run_pk INTEGER NOT NULL REFERENCES run (id),
  event_id INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  closed_event_id INTEGER,
  framework TEXT NOT NULL,
  provider TEXT,
  request_model TEXT,
  response_model TEXT,
  response_id TEXT,
  agent_name TEXT,
  status TEXT NOT NULL,
  error_type TEXT,
  finish_reasons TEXT,
  input_tokens INTEGER,
  output_tokens INTEGER,
  cache_read_tokens INTEGER,
  cache_write_tokens INTEGER,
  reasoning_tokens INTEGER,
  latency_ms REAL,
  attempt INTEGER,
  started_at_micros INTEGER NOT NULL,
  PRIMARY KEY (run_pk, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX model_call_by_model ON model_call (request_model, started_at_micros);
CREATE INDEX model_call_by_answer ON model_call (response_model, started_at_micros);
CREATE INDEX model_call_by_time ON model_call (started_at_micros);

CREATE TABLE tool_call (
  run_pk INTEGER NOT NULL REFERENCES run (id),
  model_event_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  call_id TEXT,
  name TEXT NOT NULL,
  ran_as TEXT NOT NULL,
  status TEXT NOT NULL,
  arguments_event_id INTEGER NOT NULL,
  arguments_pointer TEXT NOT NULL,
  activity_event_id INTEGER,
  result_event_id INTEGER,
  result_pointer TEXT,
  attempt INTEGER,
  duration_ms REAL,
  started_at_micros INTEGER NOT NULL,
  PRIMARY KEY (run_pk, model_event_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX tool_call_by_name ON tool_call (name, started_at_micros);
CREATE INDEX tool_call_by_time ON tool_call (started_at_micros);

CREATE TABLE tool_field (
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  started_at_micros INTEGER NOT NULL,
  run_pk INTEGER NOT NULL,
  model_event_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  lowest REAL,
  highest REAL,
  text TEXT,
  is_more INTEGER NOT NULL CHECK (is_more IN (0, 1)),
  PRIMARY KEY (name, key, started_at_micros, run_pk, model_event_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX tool_field_by_call ON tool_field (run_pk, model_event_id);

CREATE TABLE payload_decoding (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  payload_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
  text,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);
`;
