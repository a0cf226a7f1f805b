import { m001RunsEventsTicks } from './m001-runs-events-ticks.ts';

/**
 * Every migration, oldest first: the n-th takes an index from schema n − 1 to n.
 *
 * Order: forward only; a released migration never changes.
 */
export const ALL_MIGRATIONS: readonly string[] = [m001RunsEventsTicks];
