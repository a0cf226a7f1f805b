import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Term } from './search-query.ts';
import { toMatch } from './to-match.ts';

const word = (text: string): Term => ({ kind: 'word', text });

test('groups are joined, alternatives offered, excluded terms taken away; nothing is an operator', () => {
  const groups = [[word('halt'), word('NOT')], [{ kind: 'prefix', text: 'sen"ti' } as const]];
  expect(toMatch({ groups, excluded: [word('old')] })).toBe(
    '(("halt" OR "NOT") AND ("sen""ti"*)) NOT ("old")',
  );
  expect(toMatch({ groups: [], excluded: [word('old')] })).toBeUndefined();
});

test('SQLite understands whatever the terms hold', () => {
  const db = new Database(':memory:');
  db.exec('CREATE VIRTUAL TABLE t USING fts5 (text)');
  const find = db.prepare('SELECT rowid FROM t WHERE t MATCH ?');
  const term = fc.record({
    kind: fc.constantFrom('word' as const, 'prefix' as const, 'phrase' as const),
    text: fc.string({ minLength: 1 }).map((text) => `x${text.replaceAll('\0', '')}`),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(term, { minLength: 1 }), { minLength: 1 }),
      fc.array(term),
      (groups, excluded) => {
        expect(find.all(toMatch({ groups, excluded }))).toEqual([]);
      },
    ),
  );
});
