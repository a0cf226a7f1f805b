/** Something that may be a hit: the events that belong to it, and where its list goes on. */
export type Candidate = {
  readonly runPk: number;
  /** Events that the filters let through, the one to show first. Empty when: none of them. */
  readonly eventIds: readonly number[];
  readonly tool?: ToolCallKey;
  /** Absent when: nobody has looked it up. */
  readonly tick?: number;
  /** Of the call or group. Absent when: events alone are gone through. */
  readonly status?: string;
  /** `tool-call`, `model-call`, or that of the group. Absent when: events alone are gone through. */
  readonly kind?: string;
  /** Names the candidate in its list, so that the list can go on after it. */
  readonly place: readonly number[];
};

/** Which tool call of a run. */
export type ToolCallKey = { readonly modelEventId: number; readonly position: number };

/** A part of a list of candidates. */
export type Batch = {
  readonly candidates: readonly Candidate[];
  /** Whether nothing comes after it. */
  readonly isLast: boolean;
};

/** The next candidates after a place; from the start when there is none. */
export type ListCandidates = (after: readonly number[] | undefined) => Batch;

/** Candidates that are read at once. */
export const BATCH = 500;

/** Columns of events, some of which did not pass, as the events of a candidate. */
export const toEventIds = (ids: readonly (number | null)[]): readonly number[] => [
  ...new Set(ids.flatMap((id) => id ?? [])),
];
