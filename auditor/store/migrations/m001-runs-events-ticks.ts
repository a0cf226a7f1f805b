/** First schema: the facts (run, event, event_conflict) and what is derived from them (tick). */
export const m001RunsEventsTicks = `
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  namespace TEXT NOT NULL,
  workflow_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  workflow_type TEXT NOT NULL,
  status TEXT NOT NULL,
  started_at TEXT NOT NULL,
  started_at_micros INTEGER NOT NULL,
  closed_at TEXT,
  first_run_id TEXT NOT NULL,
  previous_run_id TEXT,
  next_run_id TEXT,
  parent_workflow_id TEXT,
  parent_run_id TEXT,
  event_count INTEGER NOT NULL CHECK (event_count >= 0),
  source TEXT NOT NULL,
  carry_json TEXT,
  open_from_event_id INTEGER NOT NULL DEFAULT 1 CHECK (open_from_event_id >= 1),
  tick_count INTEGER NOT NULL DEFAULT 0 CHECK (tick_count >= 0),
  page_token BLOB,
  pulled_at_micros INTEGER NOT NULL,
  UNIQUE (namespace, workflow_id, run_id)
) STRICT;

CREATE INDEX run_by_chain ON run (namespace, workflow_id, first_run_id);
CREATE INDEX run_by_workflow ON run (workflow_id, started_at_micros);
CREATE INDEX run_by_start ON run (started_at_micros DESC);
CREATE INDEX run_by_parent ON run (parent_workflow_id, parent_run_id) WHERE parent_workflow_id IS NOT NULL;

CREATE TABLE event (
  run_pk INTEGER NOT NULL REFERENCES run (id),
  event_id INTEGER NOT NULL CHECK (event_id >= 1),
  event_type TEXT NOT NULL,
  event_time TEXT NOT NULL,
  time_micros INTEGER NOT NULL,
  canonical TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  PRIMARY KEY (run_pk, event_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE event_conflict (
  run_pk INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  canonical TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  seen_at_micros INTEGER NOT NULL,
  PRIMARY KEY (run_pk, event_id, sha256),
  FOREIGN KEY (run_pk, event_id) REFERENCES event (run_pk, event_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_conflict_is_never_updated BEFORE UPDATE ON event_conflict
BEGIN SELECT RAISE(ABORT, 'event conflicts are append-only'); END;
CREATE TRIGGER event_conflict_is_never_deleted BEFORE DELETE ON event_conflict
BEGIN SELECT RAISE(ABORT, 'event conflicts are append-only'); END;

CREATE TABLE tick (
  run_pk INTEGER NOT NULL REFERENCES run (id),
  tick INTEGER NOT NULL,
  label TEXT NOT NULL,
  status TEXT NOT NULL,
  outcome TEXT NOT NULL,
  tone TEXT NOT NULL,
  interrupted INTEGER NOT NULL CHECK (interrupted IN (0, 1)),
  first_event_id INTEGER NOT NULL,
  last_event_id INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  duration_ms REAL NOT NULL,
  adapter TEXT NOT NULL,
  tree_json TEXT NOT NULL,
  answer_json TEXT NOT NULL,
  PRIMARY KEY (run_pk, tick)
) STRICT;

CREATE INDEX tick_by_event ON tick (run_pk, first_event_id);
`;
