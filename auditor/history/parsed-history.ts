import type { CanonicalEvent } from './to-canonical-event.ts';
import type { StatedIds } from './to-run.ts';

/** One run as it was read from a file. */
export type ParsedHistory = {
  /** Name of the form it had: `canonical-json`, `ui-readable`, … */
  readonly format: string;
  readonly eventCount: number;
  /**
   * The events, made anew with each call: a long history is held as its canonical texts alone.
   *
   * Order: by event id, 1 to n.
   */
  readonly events: () => Iterable<CanonicalEvent>;
  /** Why the history may be read but not replayed. Absent when: its values are those that the server stored. */
  readonly viewOnly?: string;
  /** Paths of what this version does not know; these stay in the events by name. */
  readonly unknown: readonly string[];
  /** What a reader of the import's report should know besides. */
  readonly notes: readonly string[];
  readonly ids: StatedIds;
};
