const RFC3339 = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Date and clock time of an RFC 3339 time, both in UTC. Fractions are cut to milliseconds, never padded.
 *
 * Absent when: the text is not RFC 3339; then the clock is the text as it came and the date is empty.
 */
export function formatTimeUtc(time: string): { readonly date: string; readonly clock: string } {
  const match = RFC3339.exec(time);
  if (!match) return { date: '', clock: time };
  const [, date = '', clock = '', fraction = '', zone] = match;
  if (zone === 'Z') return { date, clock: clock + fraction.slice(0, 4) };
  const utc = new Date(time);
  if (Number.isNaN(utc.getTime())) return { date: '', clock: time };
  const [utcDate = '', utcClock = ''] = utc.toISOString().split('T');
  return { date: utcDate, clock: utcClock.slice(0, 8) + fraction.slice(0, 4) };
}

/** `840 ms`, `12.4 s`, `3 min 05 s`, `2 h 04 min`, `3 d 4 h`. */
export function formatDurationMs(durationMs: number): string {
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  const seconds = durationMs / 1000;
  if (seconds < 59.95) return `${seconds < 10 ? seconds.toFixed(2) : seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${pad(whole % 60)} s`;
  if (whole < 86_400) return `${Math.floor(whole / 3600)} h ${pad(Math.floor((whole % 3600) / 60))} min`;
  return `${Math.floor(whole / 86_400)} d ${Math.floor((whole % 86_400) / 3600)} h`;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** `just now`, `3 s ago`, `2 min 05 s ago`: an age in whole seconds. A time that is yet to come, by another clock, is now. */
export function formatAgeMs(ageMs: number): string {
  const seconds = Math.floor(ageMs / 1000);
  if (seconds < 1) return 'just now';
  return `${seconds < 60 ? `${seconds} s` : formatDurationMs(seconds * 1000)} ago`;
}
