import { createUnderstanding } from '../adapters/all-adapters.ts';
import { toDecodedEvent } from '../base/decode-event.ts';
import { cutSpans } from '../decision-tree/cut-spans.ts';
import { readHistoryFile } from '../history/read-history-file.ts';
import { toRun, toStatedIds } from '../history/to-run.ts';

/**
 * The agent's tick that an event of a history file belongs to.
 *
 * Absent when: no adapter knows the workflow's own numbers; numbers counted here would not be those of the index.
 */
export function findReplayTick(path: string, eventId: number): number | undefined {
  const events = readHistoryFile(path).events.map(({ event }) => event);
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { workflowId = '', runId = '' } = toStatedIds(events);
  const run = toRun({ namespace: '', workflowId, runId }, 'file', first, last);
  const adapter = createUnderstanding().adapterFor(run, { hasModelCalls: false });
  if (adapter.level !== 'domain') return undefined;
  const spans = cutSpans(events.map(toDecodedEvent), adapter.createCutter, undefined);
  return spans.findLast((span) => (span.events[0]?.eventId ?? 0) <= eventId)?.tick;
}
