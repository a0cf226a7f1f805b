import type { Citation } from './citation.ts';
import type { Json } from './history-event.ts';

/** How sure it is that a value came this way, the surest first. */
export type Sureness =
  /** The framework's own id joins the two: a tool's answer and what the model was told of it. */
  | 'same call id'
  /** The same value under the same name. */
  | 'same value at this path'
  /** The same value under another name. */
  | 'same value'
  /** The value's digits or words stand in a text. */
  | 'quoted in text';

/** One place where the value stood before. */
export type Hop = {
  /** `placeOrder, input`, `model call 2, answer`, `getMarketSnapshot, result`. */
  readonly what: string;
  readonly citation: Citation;
  /** As it stands there: a number, a text, or an excerpt of the text that quotes it. */
  readonly value: Json;
  /** Absent when: this is where the question began. */
  readonly how?: Sureness;
  /** `12810 cents are 128.10`: only where the change of form is exact. Absent when: the form is the same. */
  readonly conversion?: string;
  /** Other places of the same event, or of others in between, that match as well. */
  readonly others: number;
};

/** Where the way ends. */
export type Origin = {
  readonly kind:
    | 'activity-result'
    | 'model-output'
    | 'configuration'
    | 'person'
    | 'child-result'
    | 'too-common'
    | 'unknown';
  /** One sentence. */
  readonly text: string;
};

/** The way of a value back to where it came into the run, as far as the record shows. Order: backwards. */
export type Provenance = { readonly hops: readonly Hop[]; readonly origin: Origin };
