import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readServerPages } from '#auditor/history/read-server-pages.ts';
import type { CanonicalEvent } from '#auditor/history/to-canonical-event.ts';
import { toRun } from '#auditor/history/to-run.ts';
import type { Recording } from './recording.ts';
import type { Stage } from './stage.ts';

const HISTORIES = new URL('../histories/', import.meta.url);
const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Writes `<name>.history.json`, as `tickscope export` does: one canonical event per line, so that a diff can be read; and `<name>.meta.json`.
 *
 * The checkout's own path is cut out of the stack traces of failures; nothing else differs from what the server gave.
 */
export async function writeRecording(stage: Stage, program: string, recording: Recording): Promise<number> {
  const { name, description, workflowId, runId, chain } = recording;
  const { namespace, connection } = stage.histories;
  const key = { namespace, workflowId, runId };
  const events: CanonicalEvent[] = [];
  for await (const page of readServerPages(stage.histories, { key, wait: 'no' })) events.push(...page.events);
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`${workflowId} has no events`);
  const run = toRun(key, 'server', first.event, last.event);
  const { serverVersion } = await connection.workflowService.getSystemInfo({});
  const meta = {
    ...{ name, description, workflowId, runId, workflowType: run.workflowType, namespace },
    ...{ status: run.status, eventCount: events.length, recordedAt: new Date().toISOString() },
    ...toCode(events),
    temporalServerVersion: serverVersion,
    program: `replay-fixtures/programs/${program}.ts`,
    verdict: 'match',
    ...(chain && { chain }),
  };
  const lines = events.map(({ canonical }) =>
    canonical.replaceAll(`file://${CHECKOUT}`, '').replaceAll(CHECKOUT, ''),
  );
  await writeFile(new URL(`${name}.history.json`, HISTORIES), `{"events":[${lines.join(',\n')}]}\n`);
  await writeFile(new URL(`${name}.meta.json`, HISTORIES), `${JSON.stringify(meta, null, 2)}\n`);
  return events.length;
}

/** What the worker wrote on its workflow tasks: `@temporalio/worker@<SDK version>+<SHA-256 of the workflow bundle>`. */
function toCode(events: readonly CanonicalEvent[]): { sdkVersion: string; bundleDigest: string } {
  for (const { canonical } of events) {
    const [, sdkVersion, bundleDigest] =
      /"buildId":"@temporalio\/worker@([^"+]+)\+([0-9a-f]{64})"/.exec(canonical) ?? [];
    if (sdkVersion !== undefined && bundleDigest !== undefined) return { sdkVersion, bundleDigest };
  }
  throw new Error('no workflow task names the code that ran it');
}
