import { type SqlBool, sql } from 'kysely';
import { storeQuery } from '../store/store-query.ts';
import type { Index } from './open-index.ts';

/** What a name is of. */
export type NameKind = 'workflow_id' | 'workflow_type' | 'namespace' | 'run_id';

/** No text of Unicode that begins with a prefix sorts behind the prefix with this. */
const LAST = '\u{10ffff}';

/**
 * Names in the index that begin with a text, for whoever types one. Foreign text.
 *
 * Order: by the text. At most `limit`.
 */
export function listNames(
  index: Index,
  { kind, prefix, limit }: { readonly kind: NameKind; readonly prefix: string; readonly limit: number },
): readonly string[] {
  const column = sql.ref<string>(`run.${kind}`);
  const rows = index.all(
    storeQuery
      .selectFrom('run')
      .select(column.as('name'))
      .distinct()
      .where(sql<SqlBool>`${column} >= ${prefix} AND ${column} < ${prefix + LAST}`)
      .orderBy(column)
      .limit(limit),
  );
  return rows.map(({ name }) => name);
}
