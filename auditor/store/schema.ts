import type { Generated } from 'kysely';

/** Number of the newest migration; `PRAGMA user_version` of an index that this version writes and reads. */
export const SCHEMA_VERSION = 1;

/**
 * One workflow execution: facts from its first and last event, and where its derivation stands.
 *
 * Units: `…_at` RFC 3339 text as Temporal wrote it; `pulled_at_micros` microseconds since 1970 UTC, this machine's clock.
 */
export type RunTable = {
  readonly id: Generated<number>;
  readonly namespace: string;
  readonly workflow_id: string;
  readonly run_id: string;
  readonly workflow_type: string;
  /** A `RunStatus`. */
  readonly status: string;
  readonly started_at: string;
  /** `started_at` to sort by: texts of times with and without a fraction do not sort as the times do. Microseconds since 1970 UTC. */
  readonly started_at_micros: number;
  readonly closed_at: string | null;
  readonly first_run_id: string;
  readonly previous_run_id: string | null;
  readonly next_run_id: string | null;
  readonly parent_workflow_id: string | null;
  readonly parent_run_id: string | null;
  /** Events stored, always 1…n: also the newest event id. */
  readonly event_count: number;
  /** `server` or `file`: where the first event came from. */
  readonly source: string;
  /** A `Carry` as JSON: what was known before the first event of the open tick. Null: the chain's start. */
  readonly carry_json: string | null;
  /** First event that the next derivation has to read. */
  readonly open_from_event_id: number;
  /** Rows of `tick` that this run has. */
  readonly tick_count: number;
  /** Where a long poll goes on after a restart: the server's own token, opaque. Null: read from the start. */
  readonly page_token: Buffer | null;
  /** When the newest event was stored. */
  readonly pulled_at_micros: number;
};

/** Append-only: triggers abort UPDATE and DELETE. Order is by `event_id`, never by time. */
export type EventTable = {
  readonly run_pk: number;
  readonly event_id: number;
  /** Without the prefix: `ACTIVITY_TASK_SCHEDULED`. */
  readonly event_type: string;
  /** RFC 3339 with every digit the server gave. */
  readonly event_time: string;
  /** Microseconds since 1970 UTC, for computing only. */
  readonly time_micros: number;
  /** The event as ProtoJSON in RFC 8785 form: the record. */
  readonly canonical: string;
  /** SHA-256 of the UTF-8 bytes of `canonical`. */
  readonly sha256: Buffer;
};

/** Another content for an event that is already stored: an alarm, kept beside it. */
export type EventConflictTable = {
  readonly run_pk: number;
  readonly event_id: number;
  readonly canonical: string;
  readonly sha256: Buffer;
  readonly seen_at_micros: number;
};

/** Derived from the events of one run, rebuilt by `tickscope reindex`. Columns as in `Tick`. */
export type TickTable = {
  readonly run_pk: number;
  readonly tick: number;
  readonly label: string;
  /** A `TickStatus`. */
  readonly status: string;
  readonly outcome: string;
  readonly tone: string;
  /** 0 or 1. */
  readonly interrupted: number;
  readonly first_event_id: number;
  readonly last_event_id: number;
  /** RFC 3339. */
  readonly started_at: string;
  readonly duration_ms: number;
  /** Name and version of the adapter that derived it: `trading/1`. */
  readonly adapter: string;
  /** `Decision[]` as JSON. */
  readonly tree_json: string;
  /** `Answer` as JSON. */
  readonly answer_json: string;
};

/** Tables of the index, for typed queries. */
export type StoreSchema = {
  readonly run: RunTable;
  readonly event: EventTable;
  readonly event_conflict: EventConflictTable;
  readonly tick: TickTable;
};
