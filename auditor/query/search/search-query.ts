import type { Json } from '../../model/history-event.ts';

/** A word, its beginning, or words that stand together. */
export type Term = { readonly kind: 'word' | 'prefix' | 'phrase'; readonly text: string };

/** A number or text inside the arguments or the result of a tool: `order.qty>=10`. */
export type FieldCondition = {
  /** Nearest keys of the value: `['order', 'qty']`. */
  readonly path: readonly string[];
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
  readonly value: Json;
};

/** What is looked for: every group of alternatives, none of the excluded terms, and every filter. */
export type SearchQuery = {
  readonly groups: readonly (readonly Term[])[];
  readonly excluded: readonly Term[];
  readonly fields: readonly FieldCondition[];
  readonly filters: SearchFilters;
};

/** Absent members do not filter. */
export type SearchFilters = {
  readonly workflowType?: string;
  readonly workflowId?: string;
  readonly runId?: string;
  readonly namespace?: string;
  readonly runStatus?: string;
  readonly ticks?: { readonly from: number; readonly to: number };
  /** Of an event group: `activity`, `signal`, `timer`. */
  readonly groupKind?: string;
  readonly callKind?: 'model-call' | 'tool-call';
  /** `ACTIVITY_TASK_FAILED`. */
  readonly eventType?: string;
  readonly model?: string;
  readonly framework?: string;
  readonly tool?: string;
  /** Of the call or group: `completed`, `failed`, `pending`. */
  readonly status?: string;
  /** Microseconds since 1970 UTC, of the event. */
  readonly afterMicros?: number;
  readonly beforeMicros?: number;
};
