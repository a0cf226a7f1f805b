import type { Database } from 'better-sqlite3';
import { m001RunsEventsTicks } from './m001-runs-events-ticks.ts';
import { m002PagesAndSearch } from './m002-pages-and-search.ts';
import { m003ToolAnswers } from './m003-tool-answers.ts';

/** One step: statements, or a function where rows have to be made anew. */
export type Migration = string | ((db: Database) => void);

/**
 * Every migration, oldest first: the n-th takes an index from schema n − 1 to n.
 *
 * Order: forward only; a released migration never changes.
 */
export const ALL_MIGRATIONS: readonly Migration[] = [
  m001RunsEventsTicks,
  m002PagesAndSearch,
  m003ToolAnswers,
];
