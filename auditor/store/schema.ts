import type { Generated } from 'kysely';

/** Number of the newest migration; `PRAGMA user_version` of an index that this version writes and reads. */
export const SCHEMA_VERSION = 2;

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
  /** Form of the file that it came from: `canonical-json`, `cloud-export`, … Null: a server. */
  readonly format: string | null;
  /** Why this copy cannot be replayed. Null: it can. */
  readonly view_only: string | null;
  readonly root_workflow_id: string | null;
  readonly root_run_id: string | null;
  /** Run that this one was reset from. */
  readonly reset_base_run_id: string | null;
  /** Name and version of the adapter that cut it into ticks: `trading/1`. Null: not derived yet. */
  readonly adapter: string | null;
  /** Events that the derived rows know of; smaller than `event_count` when a derivation failed or was interrupted. */
  readonly derived_event_count: number;
  /** RFC 3339, of the newest event. */
  readonly last_event_at: string | null;
  readonly last_event_at_micros: number | null;
  /** From the newest event's time (the server's clock) to its storing (this machine's). Null: read from a file. */
  readonly lag_micros: number | null;
  /** When the server last said that there is nothing newer. */
  readonly confirmed_at_micros: number | null;
  /** First event that the server no longer had when it was asked for. Null: nothing is lost. */
  readonly lost_from_event_id: number | null;
  /** When that was noticed. */
  readonly lost_at_micros: number | null;
  /** Rows of `event_conflict` that this run has. */
  readonly conflict_count: number;
  /** Sums over the run's ticks. */
  readonly model_call_count: number;
  readonly tool_call_count: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
};

/** Append-only: triggers abort UPDATE and DELETE. Order is by `event_id`, never by time. The content lies in `event_page`. */
export type EventTable = {
  readonly run_pk: number;
  readonly event_id: number;
  /** Without the prefix: `ACTIVITY_TASK_SCHEDULED`. */
  readonly event_type: string;
  /** RFC 3339 with every digit the server gave. */
  readonly event_time: string;
  /** Microseconds since 1970 UTC, for computing only. */
  readonly time_micros: number;
  /** SHA-256 of the UTF-8 bytes of the event's canonical text. */
  readonly sha256: Buffer;
};

/** The record itself, append-only: consecutive events as ProtoJSON in RFC 8785 form, one a line, compressed with zstd. */
export type EventPageTable = {
  readonly run_pk: number;
  readonly first_event_id: number;
  readonly last_event_id: number;
  readonly bytes: Buffer;
};

/** Another content for an event that is already stored: an alarm, kept beside it. */
export type EventConflictTable = {
  readonly run_pk: number;
  readonly event_id: number;
  readonly canonical: string;
  readonly sha256: Buffer;
  readonly seen_at_micros: number;
};

/** A worker process and the workflow code that it ran. */
export type WorkerTable = {
  readonly id: Generated<number>;
  /** Empty when: not recorded. */
  readonly identity: string;
  /** Empty when: not recorded. */
  readonly build_id: string;
};

/** Derived from the events of one run, rebuilt by `tickscope reindex`. Columns as in `TickSummary`. */
export type TickTable = {
  readonly run_pk: number;
  readonly tick: number;
  readonly label: string;
  /** A `TickLevel`. */
  readonly level: string;
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
  /** Worker of the last workflow task up to the end of the tick. */
  readonly worker_id: number | null;
  /** The same for the tick before it. */
  readonly worker_before_id: number | null;
  readonly model_calls: number;
  readonly tool_calls: number;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  /** What earlier ticks left for this one, a `Carry.remembered` as JSON. Null: nothing. */
  readonly remembered_json: string | null;
  /** Name and version of the adapter that derived it: `trading/1`. */
  readonly adapter: string;
};

/** Derived: the events of one activity, timer, child workflow, signal, update, marker or Nexus operation. */
export type EventGroupTable = {
  readonly run_pk: number;
  readonly first_event_id: number;
  readonly last_event_id: number;
  readonly kind: string;
  readonly name: string;
  /** By the newest event: `pending`, `completed`, `failed`, `timed-out`, `canceled`, … */
  readonly status: string;
  readonly attempt: number | null;
  readonly duration_ms: number | null;
  readonly summary: string | null;
};

/** Derived: one call of a model. Names follow OpenTelemetry's gen_ai registry; null is unknown, never 0. */
export type ModelCallTable = {
  readonly run_pk: number;
  /** ACTIVITY_TASK_SCHEDULED, or the marker of a local activity. */
  readonly event_id: number;
  readonly tick: number;
  readonly closed_event_id: number | null;
  /** Reader that understood it: `openai-agents`. */
  readonly framework: string;
  readonly provider: string | null;
  readonly request_model: string | null;
  readonly response_model: string | null;
  readonly response_id: string | null;
  readonly agent_name: string | null;
  /** `pending`, `completed`, `failed`, `timed-out`, `canceled`. */
  readonly status: string;
  readonly error_type: string | null;
  /** Separated by commas. */
  readonly finish_reasons: string | null;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly cache_read_tokens: number | null;
  readonly cache_write_tokens: number | null;
  readonly reasoning_tokens: number | null;
  /** Of the last attempt. */
  readonly latency_ms: number | null;
  readonly attempt: number | null;
  readonly started_at_micros: number;
};

/** Derived: one tool that a model asked for. */
export type ToolCallTable = {
  readonly run_pk: number;
  /** `event_id` of the model call. */
  readonly model_event_id: number;
  /** From 0, among the calls of one answer. */
  readonly position: number;
  readonly tick: number;
  readonly call_id: string | null;
  readonly name: string;
  /** `activity`, `local-activity`, `nexus-operation`, `workflow` (inside the workflow's code), `unknown` (no run is recorded). */
  readonly ran_as: string;
  /** `pending`, `completed`, `failed`, `timed-out`, `canceled`, `unknown`. */
  readonly status: string;
  /** Where the model's arguments stand: an event and a JSON pointer into it, payloads decoded. */
  readonly arguments_event_id: number;
  readonly arguments_pointer: string;
  /** First event of the activity that ran it. */
  readonly activity_event_id: number | null;
  /** Where its result stands. */
  readonly result_event_id: number | null;
  readonly result_pointer: string | null;
  readonly attempt: number | null;
  readonly duration_ms: number | null;
  readonly started_at_micros: number;
};

/**
 * What a codec made of an encoded payload, under the SHA-256 of its RFC 8785 text: the payload's ProtoJSON, in clear, or
 * `{"failed": reason}`, which is tried again.
 */
export type PayloadDecodingTable = { readonly sha256: Buffer; readonly payload_json: string };

/** Full text (FTS5, without content): `rowid` is `run_pk` × 2²⁴ + `event_id`. */
export type SearchTable = { readonly rowid: number; readonly text: string };

/** Tables of the index, for typed queries. */
export type StoreSchema = {
  readonly run: RunTable;
  readonly event: EventTable;
  readonly event_page: EventPageTable;
  readonly event_conflict: EventConflictTable;
  readonly worker: WorkerTable;
  readonly tick: TickTable;
  readonly event_group: EventGroupTable;
  readonly model_call: ModelCallTable;
  readonly tool_call: ToolCallTable;
  readonly payload_decoding: PayloadDecodingTable;
  readonly search: SearchTable;
};
