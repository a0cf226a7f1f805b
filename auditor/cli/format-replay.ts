import type { ReplayResult } from '../model/replay-result.ts';
import { toOneLine } from './text-style.ts';

/** `match           a.json  555 events  1.9 s`, or the verdict, the file and why. */
export function formatReplayLine(result: ReplayResult): string {
  const head = `${result.verdict.padEnd('not-replayable'.length)}  ${toOneLine(result.name)}`;
  if (result.verdict === 'match') {
    return `${head}  ${result.eventCount} events  ${(result.durationMs / 1000).toFixed(1)} s`;
  }
  return `${head}  ${toPlace(result)}${toOneLine(result.reason ?? '')}`;
}

/** `3 histories: 2 match, 1 diverged, 0 not-replayable (bundle 0a1b2c3d4e5f)`. */
export function formatReplaySummary(results: readonly ReplayResult[]): string {
  const counts = countVerdicts(results);
  const list = Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`);
  const noun = results.length === 1 ? 'history' : 'histories';
  return `${results.length} ${noun}: ${list.join(', ')} (bundle ${results[0]?.bundleDigest.slice(0, 12)})`;
}

/** What `--json` prints. `format` changes with its shape. */
export function toReplayReport(results: readonly ReplayResult[]) {
  return { format: 'tickscope.replay/1', counts: countVerdicts(results), results };
}

function countVerdicts(results: readonly ReplayResult[]): Record<ReplayResult['verdict'], number> {
  const counts = { match: 0, diverged: 0, 'not-replayable': 0 };
  for (const { verdict } of results) counts[verdict] += 1;
  return counts;
}

function toPlace({ verdict, divergence }: ReplayResult): string {
  if (verdict !== 'diverged') return '';
  const tick = divergence?.tick === undefined ? [] : [`tick ${divergence.tick}`];
  const event = divergence?.eventId === undefined ? [] : [`event ${divergence.eventId}`];
  return divergence === undefined ? 'at an unknown event: ' : `at ${[...tick, ...event].join(', ')}: `;
}
