import { createUnderstanding } from '#auditor/adapters/all-adapters.ts';
import { toDecodedEvent } from '#auditor/base/decode-event.ts';
import { TickscopeError } from '#auditor/base/tickscope-error.ts';
import { deriveTicks } from '#auditor/decision-tree/derive-ticks.ts';
import type { ParsedHistory } from '#auditor/history/parsed-history.ts';
import { toRun } from '#auditor/history/to-run.ts';
import { FuzzFinding } from './fuzz-finding.ts';

const { adapterFor, adapterNamed, frameworks } = createUnderstanding();

/** Cuts a history into ticks and tells each of them, in general terms and in those of its own adapter. Throws: FuzzFinding. */
export function tellAll(history: ParsedHistory): void {
  const events = [...history.events()].map(({ event }) => event);
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return;
  const run = toRun({ namespace: 'default', workflowId: 'w', runId: 'r' }, 'file', first, last);
  const decoded = events.map(toDecodedEvent);
  for (const adapter of new Set([adapterFor(run, { hasModelCalls: true }), adapterNamed('generic')])) {
    try {
      const derived = deriveTicks({ run, adapter, frameworks, carry: undefined, events: decoded });
      for (const { span, carryBefore } of derived) adapter.tell(span, run, carryBefore);
    } catch (error) {
      if (error instanceof TickscopeError) continue;
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      throw new FuzzFinding(`crash of ${adapter.name}: ${why}`, { cause: error });
    }
  }
}
