import { listSchema, type SchemaPart } from '../../store/list-schema.ts';
import { openScratch } from '../../store/open-scratch.ts';
import type { Store } from '../../store/open-store.ts';
import type { Finding } from './finding.ts';

/** What somebody's SQLite shell or an `ANALYZE` adds changes no answer. */
const BY_SQLITE = /^sqlite_(?:stat\d|sequence)/;

/**
 * Whether the tables, indexes and triggers are those of a new index, to the letter: without its triggers the record is not append-only,
 * and one that is not ours may change what is written.
 */
export function checkSchema(db: Store['db']): readonly Finding[] {
  const is = new Map(listSchema(db).map((part) => [part.name, part]));
  const should = listSchemaOfNewIndex();
  const names = new Set([...should.keys(), ...is.keys()]);
  return [...names]
    .filter((name) => !BY_SQLITE.test(name))
    .flatMap((name) => compareParts(is.get(name), should.get(name)));
}

function listSchemaOfNewIndex(): ReadonlyMap<string, SchemaPart> {
  const scratch = openScratch();
  try {
    return new Map(listSchema(scratch.db).map((part) => [part.name, part]));
  } finally {
    scratch.close();
  }
}

function compareParts(is: SchemaPart | undefined, should: SchemaPart | undefined): readonly Finding[] {
  const part = should ?? is;
  if (part === undefined) return [];
  const wrong = findWrong(is, should);
  return wrong === undefined ? [] : [{ check: 'schema', text: `${toName(part)} ${wrong}` }];
}

function findWrong(is: SchemaPart | undefined, should: SchemaPart | undefined): string | undefined {
  if (is === undefined) return 'is missing';
  if (should === undefined) return 'is none of an index of this version';
  const isSame = is.kind === should.kind && is.table === should.table && is.sql === should.sql;
  return isSame ? undefined : 'is not as this version makes it';
}

function toName({ kind, name, table }: SchemaPart): string {
  return kind === 'table' ? `table ${name}` : `${kind} ${name} of table ${table}`;
}
