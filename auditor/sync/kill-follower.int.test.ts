import { afterAll, beforeAll, expect, test } from 'vitest';
import { killFollower } from './_scripted/kill-follower.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { readRows } from './_scripted/read-rows.ts';
import { checkIndex } from './check/check-index.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

// `npm run kill-follower` does the same with 50 kills and 20 runs.
test('a follower that is killed again and again leaves the index that a pull makes, and a clean one', async () => {
  const killed = await killFollower(stage, { kills: 8, runs: 4, random: Math.random, say: () => {} });
  const findings = [...checkIndex({ dataFolder: killed.followed, depth: 'all' })].flatMap(
    (step) => step.findings,
  );
  expect(findings).toEqual([]);
  expect(new Set(killed.eventCounts).size).toBe(8);
  for (const id of killed.workflowIds) {
    const rows = readRows(killed.followed, id);
    expect(rows.events.length).toBeGreaterThan(100);
    expect(rows).toEqual(readRows(killed.pulled, id));
  }
}, 120_000);
