import { isIndexDamage } from '../../base/index-damage.ts';
import { listSchema } from '../../store/list-schema.ts';
import type { Store } from '../../store/open-store.ts';
import type { Finding } from './finding.ts';

/** What SQLite itself finds: damaged pages, indexes that lack rows, references to nothing. One finding for each table or index. */
export function checkDatabase(db: Store['db']): readonly Finding[] {
  const isSound = listLines(db, '1').length === 0;
  // References are read from what may be damaged: no second alarm.
  const texts = isSound ? listReferences(db) : listDamage(db);
  return texts.map((text) => ({ check: 'database', text }));
}

/** Lines of SQLite's own check that are read of one table: what is all wrong must not fill the memory. */
const MOST_LINES = 100;

/** A table that SQLite breaks off to check is damaged, too. */
const BROKEN_OFF = 'cannot be read';

/** What SQLite's check says. `of` is a table, or how many lines at most of all. Empty when: all is sound. */
function listLines(db: Store['db'], of: string): readonly string[] {
  const lines: string[] = [];
  try {
    for (const line of db.prepare<[], string>(`PRAGMA integrity_check(${of})`).pluck().iterate()) {
      if (line !== 'ok') lines.push(line);
      if (lines.length >= MOST_LINES) break;
    }
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
    lines.push(BROKEN_OFF);
  }
  return lines;
}

/** Table by table, as one check of all breaks off at some damage, and says little of where the rest is. */
function listDamage(db: Store['db']): readonly string[] {
  const parts = listSchema(db).filter(({ rootPage, name }) => rootPage > 0 && !name.includes("'"));
  const found = parts.flatMap(({ kind, name }) => {
    if (kind !== 'table') return [];
    const indexes = parts.filter((part) => part.kind === 'index' && part.table === name);
    return nameDamage(name, indexes, listLines(db, `'${name}'`));
  });
  return found.length > 0 ? found : ['pages that belong to no table or index are damaged'];
}

type Index = { readonly name: string; readonly rootPage: number };

function nameDamage(table: string, indexes: readonly Index[], lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  // A damaged table does not fit its indexes, whatever these are like.
  const ofIndex = lines.map((line) => indexes.find((index) => isAbout(line, index))?.name);
  if (ofIndex.includes(undefined)) return [`table ${table} is damaged${toCount(lines)}`];
  return [...new Set(ofIndex)].map((name) => `index ${name} of table ${table} is damaged`);
}

function isAbout(line: string, { name, rootPage }: Index): boolean {
  return line.endsWith(` index ${name}`) || new RegExp(`\\bTree ${rootPage}\\b`, 'i').test(line);
}

function toCount({ length }: readonly string[]): string {
  if (length === 1) return '';
  return length < MOST_LINES ? `, in ${length} places` : `, in ${MOST_LINES} places and more`;
}

type Reference = { readonly table: string; readonly rowid: number | null; readonly parent: string };

const MOST_REFERENCES = 100;

function listReferences(db: Store['db']): readonly string[] {
  const found: string[] = [];
  for (const { table, rowid, parent } of db.prepare<[], Reference>('PRAGMA foreign_key_check').iterate()) {
    found.push(
      `a row of ${table} (${rowid ?? 'without a number'}) refers to a row of ${parent} that is not there`,
    );
    if (found.length >= MOST_REFERENCES) break;
  }
  return found;
}
