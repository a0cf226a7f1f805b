import type { Citation } from './citation.ts';
import type { Json } from './history-event.ts';

/** A stretch of text that both have, or only one. */
export type TextPart = { readonly side: 'both' | 'a' | 'b'; readonly text: string };

/** One difference between two values. `path` is a JSON pointer into them; empty when the whole value differs. */
export type ValueDifference = {
  readonly path: string;
  /** Absent when: only b has it. */
  readonly a?: Json;
  /** Absent when: only a has it. */
  readonly b?: Json;
};

/**
 * What two ticks do not have in common.
 *
 * `text`: a prompt, a message or an answer, by words. `value`: arguments, a result, a fact, by JSON path. `only`: a step that one of
 * them has and the other has not.
 */
export type Difference = {
  /** What it is of: `model call 1, instructions`, `getPriceHistory 1, result`, `guardrail, max-notional: observed`. */
  readonly what: string;
  readonly inA: readonly Citation[];
  readonly inB: readonly Citation[];
} & (
  | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'value'; readonly differences: readonly ValueDifference[]; readonly left: number }
  | { readonly kind: 'only'; readonly side: 'a' | 'b'; readonly text: string }
);

/** Two ticks that belong together, or one that has no partner. */
export type TickPair = { readonly a?: number; readonly b?: number };

/** How the ticks of two runs were brought together. */
export type Alignment = 'by-number' | 'by-content';
