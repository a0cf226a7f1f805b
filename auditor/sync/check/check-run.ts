import { isSameJson } from '../../base/same-json.ts';
import type { Json } from '../../model/history-event.ts';
import type { Run } from '../../model/run.ts';
import type { StoredRun } from '../../store/find-run.ts';
import type { Finding } from './finding.ts';

/** Facts that come from elsewhere than the events: who read them, in which form, what the server had lost. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set([
  'source',
  'format',
  'viewOnly',
  'lostFromEventId',
  'namespace',
  'workflowId',
  'runId',
]);

/** Whether the facts of a run are those that its events say, `should`. */
export function checkRun({ run }: StoredRun, should: Run): readonly Finding[] {
  const names = [...new Set([...Object.keys(run), ...Object.keys(should)])];
  const wrong = names.filter(
    (name) => !FROM_OUTSIDE.has(name) && !isSame(toFact(run, name), toFact(should, name)),
  );
  return wrong.map((name) => ({
    ...{ check: 'run', workflowId: run.workflowId, runId: run.runId },
    text: `its ${name} is ${JSON.stringify(toFact(run, name))}; its events say ${JSON.stringify(toFact(should, name))}`,
  }));
}

function toFact(run: Run, name: string): Json | undefined {
  return Object.entries(run).find(([key]) => key === name)?.[1];
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameJson(a, b);
}
