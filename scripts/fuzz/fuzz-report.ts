import type { FuzzReport } from './run-fuzz.ts';

/** How often each outcome came, the time, and what was found. */
export function formatFuzzReport({ seed, count, durationMs, outcomes, found }: FuzzReport): string {
  const rows = [...outcomes].sort(([, a], [, b]) => b - a);
  const width = Math.max(...rows.map(([key]) => key.length), 'broken histories'.length);
  const line = (key: string, value: string | number): string =>
    `${key.padEnd(width)}  ${String(value).padStart(10)}`;
  const seconds = durationMs / 1000;
  return [
    line('broken histories', count),
    ...rows.map(([key, times]) => line(key, times)),
    line('findings', found.length),
    line('seed', seed),
    line('time', `${seconds.toFixed(1)} s`),
    line('rate', `${Math.round(count / seconds)}/s`),
  ].join('\n');
}
