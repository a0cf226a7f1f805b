import type { Answer } from '#auditor/model/answer.ts';
import type { Citation } from '#auditor/model/citation.ts';
import type { Decision } from '#auditor/model/decision.ts';
import { listEvents } from '#auditor/query/list-events.ts';
import type { Index } from '#auditor/query/open-index.ts';

/** A page names the types of this many cited events at most; the rest are links all the same. */
const LIMIT = 500;

/** Event types by `<runId> <eventId>`, for whatever a tick cites. */
export function readEventTypes(
  index: Index,
  workflowId: string,
  { answer, tree }: { readonly answer: Answer; readonly tree: readonly Decision[] },
): Readonly<Record<string, string>> {
  const types: Record<string, string> = {};
  const cited = [...citationsOfAnswer(answer), ...tree.flatMap(citationsOfDecision)];
  for (const { runId, eventId } of cited) {
    const key = `${runId} ${eventId}`;
    if (Object.hasOwn(types, key) || Object.keys(types).length >= LIMIT) continue;
    const [event] = listEvents(index, { workflowId, runId, fromEventId: eventId, limit: 1 });
    if (event?.eventId === eventId) types[key] = event.eventType;
  }
  return types;
}

function citationsOfAnswer({ headline, sections }: Answer): readonly Citation[] {
  const statements = [...headline, ...sections.flatMap((section) => section.statements)];
  const rows = sections.flatMap((section) => section.table?.rows ?? []);
  return [...statements, ...rows].flatMap((cites) => cites.citations);
}

function citationsOfDecision(decision: Decision): readonly Citation[] {
  return [
    ...decision.citations,
    ...decision.facts.map((fact) => fact.citation),
    ...decision.children.flatMap(citationsOfDecision),
  ];
}
