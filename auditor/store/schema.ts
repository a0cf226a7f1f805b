import type { Generated } from 'kysely';

/** Number of the newest migration; `PRAGMA user_version` of an index that this version writes and reads. */
export const SCHEMA_VERSION = 3;

/**
 * One workflow execution: facts from its first and last event, and where its derivation stands.
 *
 * Units: `…_at` RFC 3339 text as Temporal wrote it; `pulled_at_micros` microseconds since 1970 UTC, this machine's clock.
 */
export type RunTable = {
  /** Key of the run in this index; not the same in another. */
  readonly id: Generated<number>;
  /** Temporal namespace that it ran in. */
  readonly namespace: string;
  /** Workflow id. */
  readonly workflow_id: string;
  /** Run id. */
  readonly run_id: string;
  /** Name of the workflow function. */
  readonly workflow_type: string;
  /** A `RunStatus`. */
  readonly status: string;
  /** When it began. */
  readonly started_at: string;
  /** `started_at` to sort by: texts of times with and without a fraction do not sort as the times do. Microseconds since 1970 UTC. */
  readonly started_at_micros: number;
  /** When it ended. Null: it runs, or its end is not stored. */
  readonly closed_at: string | null;
  /** Run that its chain began with: itself, unless it was continued, retried or reset from another. */
  readonly first_run_id: string;
  /** Run that it continues. Null: none. */
  readonly previous_run_id: string | null;
  /** Run that continues it. Null: none known. */
  readonly next_run_id: string | null;
  /** Workflow that started it as a child. Null: none. */
  readonly parent_workflow_id: string | null;
  /** Run of the parent. */
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
  /** Form of the file that it first came from: `canonical-json`, `cloud-export`, … Null: a server. */
  readonly format: string | null;
  /** Why this copy cannot be replayed: an event of it came from a file that may only be viewed. Null: it can. */
  readonly view_only: string | null;
  /** Workflow at the top of its parents. Null: not recorded. */
  readonly root_workflow_id: string | null;
  /** Run of the root. */
  readonly root_run_id: string | null;
  /** Run that this one was reset from. */
  readonly reset_base_run_id: string | null;
  /** Name and version of the adapter that cut it into ticks: `trading/1`. Null: not derived yet. */
  readonly adapter: string | null;
  /** Events that the derived rows know of; smaller than `event_count` when a derivation failed or was interrupted. */
  readonly derived_event_count: number;
  /** RFC 3339, of the newest event. */
  readonly last_event_at: string | null;
  /** `last_event_at` to compute with, microseconds since 1970 UTC. */
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
  /** Tools that models asked for. */
  readonly tool_call_count: number;
  /** Tokens that models read. */
  readonly input_tokens: number;
  /** Tokens that models wrote. */
  readonly output_tokens: number;
};

/** Append-only: triggers abort UPDATE and DELETE. Order is by `event_id`, never by time. The content lies in `event_page`. */
type EventTable = {
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
type EventPageTable = {
  readonly run_pk: number;
  readonly first_event_id: number;
  readonly last_event_id: number;
  /** The lines, compressed. */
  readonly bytes: Buffer;
};

/** Another content for an event that is already stored: an alarm, kept beside it. */
type EventConflictTable = {
  readonly run_pk: number;
  readonly event_id: number;
  /** Its canonical text. */
  readonly canonical: string;
  /** SHA-256 of the UTF-8 bytes of `canonical`. */
  readonly sha256: Buffer;
  /** When it came, microseconds since 1970 UTC, this machine’s clock. */
  readonly seen_at_micros: number;
};

/** A worker process and the workflow code that it ran. */
type WorkerTable = {
  /** Key of the worker in this index. */
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
  /** What it was, in a few words. */
  readonly label: string;
  /** A `TickLevel`. */
  readonly level: string;
  /** A `TickStatus`. */
  readonly status: string;
  /** What came of it, in a few words. */
  readonly outcome: string;
  /** Whether that is good or bad news: `neutral`, `good`, `warn`, `bad`, `pending`. */
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
  /** Calls of models. */
  readonly model_calls: number;
  /** Tools that models asked for. */
  readonly tool_calls: number;
  /** Tokens that models read. Null: unknown. */
  readonly input_tokens: number | null;
  /** Tokens that models wrote. Null: unknown. */
  readonly output_tokens: number | null;
  /** What earlier ticks left for this one, a `Carry.remembered` as JSON. Null: nothing. */
  readonly remembered_json: string | null;
  /** Name and version of the adapter that derived it: `trading/1`. */
  readonly adapter: string;
};

/** Derived: the events of one activity, timer, child workflow, signal, update, marker or Nexus operation. */
type EventGroupTable = {
  readonly run_pk: number;
  readonly first_event_id: number;
  readonly last_event_id: number;
  /** `activity`, `timer`, `child`, `signal`, `update`, `marker`, … */
  readonly kind: string;
  /** Type of the activity or child, name of the signal, … */
  readonly name: string;
  /** By the newest event: `pending`, `completed`, `failed`, `timed-out`, `canceled`, … */
  readonly status: string;
  readonly attempt: number | null;
  readonly duration_ms: number | null;
  /** What the workflow said of it for people. Null: nothing. */
  readonly summary: string | null;
};

/** Derived: one call of a model. Names follow OpenTelemetry's gen_ai registry; null is unknown, never 0. */
export type ModelCallTable = {
  readonly run_pk: number;
  /** ACTIVITY_TASK_SCHEDULED, or the marker of a local activity. */
  readonly event_id: number;
  readonly tick: number;
  /** Event that ended it. Null: pending. */
  readonly closed_event_id: number | null;
  /** Reader that understood it: `openai-agents`. */
  readonly framework: string;
  /** `gen_ai.provider.name`. */
  readonly provider: string | null;
  /** Model that was asked for. */
  readonly request_model: string | null;
  /** Model that answered. */
  readonly response_model: string | null;
  /** The provider’s id of the answer. */
  readonly response_id: string | null;
  /** Agent that called. */
  readonly agent_name: string | null;
  /** `pending`, `completed`, `failed`, `timed-out`, `canceled`. */
  readonly status: string;
  /** Type of the failure. Null: it did not fail. */
  readonly error_type: string | null;
  /** Separated by commas. */
  readonly finish_reasons: string | null;
  /** Tokens read, those from a cache included. */
  readonly input_tokens: number | null;
  /** Tokens written, those of reasoning included. */
  readonly output_tokens: number | null;
  /** Tokens read from a cache. */
  readonly cache_read_tokens: number | null;
  /** Tokens written to a cache. */
  readonly cache_write_tokens: number | null;
  /** Tokens of reasoning. */
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
  /** The model’s id of the call. */
  readonly call_id: string | null;
  /** Name of the tool. */
  readonly name: string;
  /** `activity`, `local-activity`, `nexus-operation`, `agent` (an agent whose model calls lie within it), `workflow` (inside the workflow's code, as far as it ran: no event records it), `provider` (by the model's provider, within the call), `unknown` (no run is recorded). */
  readonly ran_as: string;
  /** `pending`, `completed`, `failed`, `timed-out`, `canceled`; `answered` (a model was told a result, whether the tool ran is not recorded), `unknown`. */
  readonly status: string;
  /** Where the model's arguments stand: an event and a JSON pointer into it, payloads decoded. */
  readonly arguments_event_id: number;
  /** JSON pointer of the arguments. */
  readonly arguments_pointer: string;
  /** SHA-256 of the arguments’ RFC 8785 text, in hex: tells calls apart whose model gives an id again. Null: they have no such text. */
  readonly arguments_sha256: string | null;
  /** First event of the activity that ran it. */
  readonly activity_event_id: number | null;
  /** Where its result stands. */
  readonly result_event_id: number | null;
  /** JSON pointer of the result. */
  readonly result_pointer: string | null;
  /** Model call of a later tick of the run that says what became of it. Null: its own tick says it, whoever was told the result, or none does. */
  readonly answered_event_id: number | null;
  readonly attempt: number | null;
  readonly duration_ms: number | null;
  readonly started_at_micros: number;
};

/**
 * Derived: what stands under a key in the arguments and the result of a tool, summed up. It tells which calls a search such as
 * `tool:getQuote price>100` has to look into.
 */
export type ToolFieldTable = {
  /** Name of the tool. */
  readonly name: string;
  /** Nearest key of the values: `qty` of `order.qty`. */
  readonly key: string;
  /** `started_at_micros` of the tool call. */
  readonly started_at_micros: number;
  readonly run_pk: number;
  /** `model_event_id` of the tool call. */
  readonly model_event_id: number;
  /** `position` of the tool call. */
  readonly position: number;
  /** 1: of a result that a later tick was told. */
  readonly is_later: Generated<number>;
  /** Smallest number. Null: no number. */
  readonly lowest: number | null;
  /** Greatest number. Null: no number. */
  readonly highest: number | null;
  /** The first text of at most 200 characters. Null: none. */
  readonly text: string | null;
  /** 1: there are other texts, truth values or nulls, too. */
  readonly is_more: number;
};

/**
 * What a codec made of an encoded payload, under the SHA-256 of its RFC 8785 text: the payload's ProtoJSON, in clear, or
 * `{"failed": reason}`, which is tried again.
 */
type PayloadDecodingTable = {
  /** SHA-256 of the encoded payload. */
  readonly sha256: Buffer;
  /** What became of it. */
  readonly payload_json: string;
};

/** Full text (FTS5, without content): `rowid` is `run_pk` × 2²⁴ + `event_id`. */
type SearchTable = {
  /** Which event it is. */
  readonly rowid: number;
  /** To be matched only: the words are indexed, the text is not kept. */
  readonly text: string;
};

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
  readonly tool_field: ToolFieldTable;
  readonly payload_decoding: PayloadDecodingTable;
  readonly search: SearchTable;
};
