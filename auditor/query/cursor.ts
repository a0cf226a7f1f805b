import type { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';

/** A page of a list, and how to go on. */
export type Page<Item> = {
  readonly items: readonly Item[];
  /** Opaque: hand it back as `cursor` for the next page. Absent when: this is the last page. */
  readonly nextCursor?: string;
};

/** Longest cursor that is looked at. */
export const LONGEST_CURSOR = 2_000;

/** Where a list goes on, as a text that means nothing to others and fits into an address. */
export function toCursor(list: string, place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...place]), 'utf8').toString('base64url');
}

/**
 * The place that a cursor of this list names.
 *
 * Throws: TickscopeError `wrong-usage` for a text that this list has not given out.
 */
export function parseCursor<Place>(list: string, place: z.ZodType<Place>, cursor: string): Place {
  const [name, ...rest] = readList(cursor);
  const parsed = place.safeParse(rest);
  if (name === list && parsed.success) return parsed.data;
  throw new TickscopeError(
    'wrong-usage',
    'This cursor is not one of this list. Take nextCursor from its last answer, or leave it out to begin again.',
  );
}

function readList(cursor: string): readonly unknown[] {
  if (cursor.length > LONGEST_CURSOR) return [];
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
