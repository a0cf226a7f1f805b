/**
 * Third schema: what a tool was asked, and what later ticks were told of it. Rows of tools are derived, so they are made anew: every run
 * is marked, and derived again when the index is opened.
 */
export const m003ToolAnswers = `
DROP TABLE tool_call;
DROP TABLE tool_field;

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
  arguments_sha256 TEXT,
  activity_event_id INTEGER,
  result_event_id INTEGER,
  result_pointer TEXT,
  answered_event_id INTEGER,
  attempt INTEGER,
  duration_ms REAL,
  started_at_micros INTEGER NOT NULL,
  PRIMARY KEY (run_pk, model_event_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX tool_call_by_name ON tool_call (name, started_at_micros);
CREATE INDEX tool_call_by_time ON tool_call (started_at_micros);
CREATE INDEX tool_call_by_id ON tool_call (run_pk, call_id);
CREATE INDEX tool_call_answered_later ON tool_call (run_pk, answered_event_id) WHERE answered_event_id IS NOT NULL;

CREATE TABLE tool_field (
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  started_at_micros INTEGER NOT NULL,
  run_pk INTEGER NOT NULL,
  model_event_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  is_later INTEGER NOT NULL DEFAULT 0 CHECK (is_later IN (0, 1)),
  lowest REAL,
  highest REAL,
  text TEXT,
  is_more INTEGER NOT NULL CHECK (is_more IN (0, 1)),
  PRIMARY KEY (name, key, started_at_micros, run_pk, model_event_id, position, is_later)
) STRICT, WITHOUT ROWID;
CREATE INDEX tool_field_by_call ON tool_field (run_pk, model_event_id);

UPDATE run SET derived_event_count = 0;
`;
