import type { Store } from '../../store/open-store.ts';
import type { Finding } from './finding.ts';

type Reference = { readonly table: string; readonly rowid: number | null; readonly parent: string };

/** What SQLite itself finds: damaged pages, indexes that lack rows, references to nothing. */
export function checkDatabase(db: Store['db']): readonly Finding[] {
  const lines = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(100)').all();
  const damage = lines.filter(({ integrity_check: line }) => line !== 'ok');
  const references = db.prepare<[], Reference>('PRAGMA foreign_key_check').all();
  return [
    ...damage.map(({ integrity_check: text }) => ({ check: 'database', text })),
    ...references.map(({ table, rowid, parent }) => ({
      check: 'database',
      text: `a row of ${table} (${rowid ?? 'without a number'}) refers to a row of ${parent} that is not there`,
    })),
  ];
}
