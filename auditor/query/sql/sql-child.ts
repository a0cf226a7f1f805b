/** Entry of the child process: runs a statement at a time and answers over the IPC channel. It may take for ever: its parent has the limit. */

import { TickscopeError } from '../../base/tickscope-error.ts';
import type { ConfigSource } from '../../config/read-config.ts';
import { dieWithParent } from '../../replay/die-with-parent.ts';
import { openSql, type Sql, type SqlStatement } from '../../store/open-sql.ts';
import { openConfiguredIndex } from '../open-configured-index.ts';
import { createSqlFunctions } from './sql-functions.ts';
import type { SqlReply } from './sql-message.ts';

export type SqlRequest = { readonly source: ConfigSource; readonly statement: SqlStatement };

let sql: Sql | undefined;

// The functions read over a connection of their own: SQLite's binding lets none be used inside its own statement.
const open = (source: ConfigSource): Sql =>
  openSql(source.dataFolder, createSqlFunctions(openConfiguredIndex(source)));

function answer({ source, statement }: SqlRequest): SqlReply {
  try {
    sql ??= open(source);
    const outcome = sql.run(statement);
    if (outcome.kind === 'invalid') return outcome;
    return { ...outcome, columns: [...outcome.columns], rows: outcome.rows.map((row) => [...row]) };
  } catch (error) {
    const code = error instanceof TickscopeError ? error.code : 'index-unusable';
    return { kind: 'error', code, message: error instanceof Error ? error.message : String(error) };
  }
}

dieWithParent();
process.on('message', (request: SqlRequest) => process.send?.(answer(request)));
