import type { Citation } from '../model/citation.ts';

/** What woke a workflow, in words that stand alone, with its proof. */
export type WakeCause = { readonly text: string; readonly citation: Citation };

// A headline names no more; the section below it has everything.
const MOST_CAUSES = 3;

/** The causes that a headline names. */
export const listNamedCauses = (causes: readonly WakeCause[]): readonly WakeCause[] =>
  causes.slice(0, MOST_CAUSES);

/** ` It was woken by: signal stop; end of timer tea.` Empty when: nothing is known to have woken it. */
export function toWakeSentence(causes: readonly WakeCause[]): string {
  if (causes.length === 0) return '';
  const named = listNamedCauses(causes).map(({ text }) => text);
  return ` It was woken by: ${named.join('; ')}${causes.length > MOST_CAUSES ? '; …' : ''}.`;
}
