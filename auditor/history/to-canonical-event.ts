import { toCanonicalJson } from '../base/canonical-json.ts';
import type { HistoryEvent } from '../model/history-event.ts';
import { toHistoryEvent } from './to-history-event.ts';
import type { WalkedEvent } from './walk-json.ts';

/** An event as it is stored: its canonical text, and the same decoded enough to reason about. */
export type CanonicalEvent = { readonly canonical: string; readonly event: HistoryEvent };

/** A walked event → what is stored. Throws: TickscopeError `history-invalid`. */
export function toCanonicalEvent(walked: WalkedEvent): CanonicalEvent {
  return { canonical: toCanonicalText(walked), event: toHistoryEvent(walked.json) };
}

/**
 * Canonical text of a walked event.
 *
 * Throws: TickscopeError `history-invalid` for a lone surrogate.
 */
export function toCanonicalText({ json, isRegular }: WalkedEvent): string {
  if (!isRegular) return toCanonicalJson(json);
  const text = JSON.stringify(json);
  // JSON.stringify escapes a lone surrogate; the same letters may also be text of the event.
  return text.includes('\\ud') ? toCanonicalJson(json) : text;
}
