const DAY_MS = 86_400_000;

/** Tick 0, the close that the history ends with: a Wednesday. The news templates of environment.json count from the same day. */
const TICK_ZERO_MS = Date.UTC(2025, 11, 31);

/** Days since Monday of that day. */
const TICK_ZERO_WEEKDAY = 2;

/** The trading day of a tick, YYYY-MM-DD. A tick is one trading day; negative ticks are history. Holidays are not modelled. */
export function toTradingDay(tick: number): string {
  const weekends = Math.floor((tick + TICK_ZERO_WEEKDAY) / 5);
  return new Date(TICK_ZERO_MS + (tick + 2 * weekends) * DAY_MS).toISOString().slice(0, 10);
}

/** When a tick's price was made: 21:00 UTC, the winter close of New York. */
export const toCloseTime = (tick: number): string => `${toTradingDay(tick)}T21:00:00Z`;
