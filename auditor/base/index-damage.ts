import { TickscopeError } from './tickscope-error.ts';

/** SQLite's codes for a file whose bytes are not those that it wrote. */
const DAMAGE = /^SQLITE_(?:CORRUPT|IOERR_SHORT_READ)/;

/** An open index has the newest schema: what the schema promises and is not there was taken away. */
const GONE = /^no such (?:table|column|module)\b/;

/**
 * Says of an error that comes of a damaged index what it means and what to do. SQLite's errors are told by their codes: only the store
 * knows their class.
 *
 * Absent when: it comes of something else.
 */
export function toIndexDamage(error: unknown): TickscopeError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const isGone = error.code === 'SQLITE_ERROR' && GONE.test(error.message);
  return DAMAGE.test(error.code) || isGone ? createIndexDamage({ cause: error }) : undefined;
}

/** `cause` is what was met. */
export function createIndexDamage(options: ErrorOptions): TickscopeError {
  return new TickscopeError(
    'index-damaged',
    'The index is damaged: a part of it cannot be read. To see which: tickscope check. Keep the file: what Temporal no longer holds is only there.',
    options,
  );
}

/** Whether an error says that the index is damaged, in our words or SQLite's. */
export function isIndexDamage(error: unknown): boolean {
  if (error instanceof TickscopeError) return error.code === 'index-damaged';
  return toIndexDamage(error) !== undefined;
}

/** Runs `read`. Throws: TickscopeError `index-damaged` where the index is; anything else as it is. */
export function tellingDamage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toIndexDamage(error) ?? error;
  }
}
