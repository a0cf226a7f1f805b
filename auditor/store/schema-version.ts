import type { Database } from 'better-sqlite3';
import { TickscopeError } from '../base/tickscope-error.ts';

/** Schema number of an index; 0 for an empty database. */
export function readSchemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Throws: TickscopeError `schema-too-new`, with both numbers. */
export function refuseNewerSchema(version: number, newest: number): void {
  if (version <= newest) return;
  throw new TickscopeError(
    'schema-too-new',
    `This index has schema ${version}; this version reads up to ${newest}. Update tickscope.`,
  );
}
