import Database from 'better-sqlite3';
import { toIndexDamage } from '../base/index-damage.ts';
import { TickscopeError } from '../base/tickscope-error.ts';

/** What SQLite says of a place that takes no more, and what to do about it. */
const REASONS: readonly (readonly [code: string, reason: string])[] = [
  ['SQLITE_FULL', 'the disk is full. Free some space'],
  ['SQLITE_READONLY', 'it or its disk is read-only. Make it writable'],
  ['SQLITE_IOERR', 'the disk failed. Mend it'],
  ['SQLITE_BUSY', 'another program has been writing to it for too long. Wait for it'],
];

/**
 * Runs `write`, and says in words what keeps an index from being written.
 *
 * Throws: TickscopeError `index-unusable` for a full, read-only, failing or busy disk or file, `index-damaged`; anything else as it is.
 */
export function tellingWriteErrors<T>(db: Database.Database, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const damage = toIndexDamage(error);
    if (damage !== undefined) throw damage;
    const reason = REASONS.find(([code]) => error.code.startsWith(code))?.[1];
    if (reason === undefined) throw error;
    throw new TickscopeError(
      'index-unusable',
      `${db.name} cannot be written: ${reason} and try again; what is stored stays stored.`,
      { cause: error },
    );
  }
}
