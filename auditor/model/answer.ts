import type { Citation } from './citation.ts';

/** A sentence written from the record. Every sentence has at least one citation. */
export type Statement = {
  readonly text: string;
  /** Text of a model or of a stranger (headline, rationale), to be shown as a quotation, never as fact. Absent when: none. */
  readonly quote?: string;
  readonly citations: readonly Citation[];
};

/** Rows of a section: the guardrail rules, the values that were known. */
export type AnswerTable = {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly tone: 'neutral' | 'good' | 'warn' | 'bad';
    readonly citations: readonly Citation[];
  }[];
};

export type AnswerSection = {
  /** Stable: `known`, `model`, `guardrail`, `approval`, `order`, `interruptions`, `after`; of a workflow that no adapter knows `known`, `decided`, `interruptions`. */
  readonly id: string;
  readonly title: string;
  readonly statements: readonly Statement[];
  readonly table?: AnswerTable;
};

/**
 * The answer to "why did it do that at tick n?": the same object for page, command and API.
 *
 * What happened after the tick stands in the section `after`, apart from what was known.
 */
export type Answer = {
  /** One to three sentences that stand alone. */
  readonly headline: readonly Statement[];
  readonly sections: readonly AnswerSection[];
};
