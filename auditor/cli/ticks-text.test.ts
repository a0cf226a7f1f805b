import { expect, test } from 'vitest';
import type { TickSummary } from '../model/tick.ts';
import { plainStyle } from './text-style.ts';
import { formatTicks } from './ticks-text.ts';

const TICK: TickSummary = {
  ...{ runId: 'r', tick: 14, label: 'tick 14', status: 'closed', outcome: 'BUY 40 NVDA', tone: 'good' },
  ...{ interrupted: false, firstEventId: 100, lastEventId: 140, startedAt: '2026-01-01T00:00:00Z' },
  ...{ durationMs: 3200, level: 'domain', modelCalls: 0, toolCalls: 0 },
};

test('a line per tick, with the mark of its tone; what no tick has takes no room', () => {
  expect(formatTicks([TICK], plainStyle(200))).toBe(
    [
      '  tick  outcome      level   duration  events   started',
      '✓ 14    BUY 40 NVDA  domain  3.2 s     100–140  2026-01-01T00:00:00Z',
      '',
    ].join('\n'),
  );
});

test('what was disturbed, is open, cost tokens or has another name says so', () => {
  const facts = {
    status: 'open',
    interrupted: true,
    label: 'turn 3',
    modelCalls: 2,
    inputTokens: 12400,
  } as const;
  const text = formatTicks([TICK, { ...TICK, ...facts }], plainStyle(200));
  expect(text).toMatch(/turn 3 .*open, interrupted .* 2 +12,400\/- /);
});

test('a hostile outcome stays on its line', () => {
  const text = formatTicks([{ ...TICK, outcome: 'x\n✓ 15 forged\u001b[2J' }], plainStyle(200));
  expect(text.split('\n')).toHaveLength(3);
  expect(text).not.toContain('\u001b');
});

test('no ticks', () => {
  expect(formatTicks([], plainStyle())).toBe('There is no tick here.\n');
});
