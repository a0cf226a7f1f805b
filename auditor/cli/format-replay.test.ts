import { expect, test } from 'vitest';
import type { ReplayResult } from '../model/replay-result.ts';
import { formatReplayLine, formatReplaySummary, toReplayReport } from './format-replay.ts';

const MATCH: ReplayResult = {
  name: 'a.json',
  verdict: 'match',
  workflowId: 'w',
  workflowType: 'trade',
  eventCount: 555,
  durationMs: 1_900,
  bundleDigest: '0123456789abcdef',
};
const DIVERGED: ReplayResult = {
  ...MATCH,
  verdict: 'diverged',
  reason: 'the history schedules activity placeOrder, the code starts a timer',
  divergence: { workflowTaskEventId: 210, eventId: 212, tick: 14 },
};

test('a match is one line with size and time', () => {
  expect(formatReplayLine(MATCH)).toBe('match           a.json  555 events  1.9 s');
});

test('a divergence names tick, event and both sides', () => {
  expect(formatReplayLine(DIVERGED)).toBe(
    'diverged        a.json  at tick 14, event 212: the history schedules activity placeOrder, the code starts a timer',
  );
});

test('an unknown place is said to be unknown', () => {
  const { divergence: _, ...unknown } = DIVERGED;
  expect(formatReplayLine(unknown)).toContain('at an unknown event: the history');
});

test('words of a history cannot steer the terminal', () => {
  const line = formatReplayLine({ ...MATCH, verdict: 'not-replayable', reason: 'a\u001b[2Jb\nc' });
  expect(line).toBe('not-replayable  a.json  a\\u001b[2Jb ⏎ c');
});

test('the summary counts every verdict and names the bundle', () => {
  expect(formatReplaySummary([MATCH, DIVERGED])).toBe(
    '2 histories: 1 match, 1 diverged, 0 not-replayable (bundle 0123456789ab)',
  );
});

test('the report says its format', () => {
  expect(toReplayReport([MATCH])).toMatchObject({
    format: 'tickscope.replay/1',
    counts: { match: 1 },
    results: [MATCH],
  });
});
