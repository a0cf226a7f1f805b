import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TickscopeError } from '../../base/tickscope-error.ts';
import type { ConfigSource } from '../../config/read-config.ts';
import type { SqlRows, SqlStatement } from '../../store/open-sql.ts';
import type { SqlRequest } from './sql-child.ts';
import { type SqlReply, sqlReplySchema } from './sql-message.ts';

const ENTRY = fileURLToPath(new URL('./sql-child.ts', import.meta.url));

/** Runs statements apart from this process, so that one without end can be ended. */
export type SqlProcess = {
  /** Throws: TickscopeError `wrong-usage` with SQLite's words, `sql-stopped` at the limit or after `stop`, or as `openReadOnly`. */
  readonly run: (statement: SqlStatement) => Promise<SqlRows>;
  /** Ends the statement that runs; the next one has a process of its own. */
  readonly stop: () => void;
};

/** A process that starts with its first statement. Stop it. `limitMs`: the longest that a statement may take. */
export function createSqlProcess(source: ConfigSource, limitMs: number): SqlProcess {
  let child: ChildProcess | undefined;
  const stop = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    stop,
    run: async (statement) => {
      child ??= fork(ENTRY, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      const own = child;
      const reply = await awaitReply(own, { source, statement }, limitMs);
      if (typeof reply !== 'string') return toRows(reply);
      own.kill('SIGKILL');
      if (child === own) child = undefined;
      throw new TickscopeError('sql-stopped', `${reply}.`);
    },
  };
}

/** The reply, or why there is none. */
function awaitReply(child: ChildProcess, request: SqlRequest, limitMs: number): Promise<SqlReply | string> {
  const { promise, resolve } = Promise.withResolvers<SqlReply | string>();
  const tooLong = `The statement took longer than ${limitMs / 1000} s and was stopped; give --timeout, or ask for less`;
  const timer = setTimeout(() => resolve(tooLong), limitMs);
  const onMessage = (message: unknown) => resolve(sqlReplySchema.parse(message));
  const onExit = () => resolve('The statement was stopped');
  const onError = (error: Error) => resolve(`The statement could not be run: ${error.message}`);
  child.once('message', onMessage).once('exit', onExit).once('error', onError);
  child.send(request, (error) => error && onError(error));
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', onMessage).off('exit', onExit).off('error', onError);
  });
}

function toRows(reply: SqlReply): SqlRows {
  if (reply.kind === 'rows') return reply;
  if (reply.kind === 'error') throw new TickscopeError(reply.code, reply.message);
  throw new TickscopeError(
    'wrong-usage',
    `SQL: ${reply.reason.replace(/[.?]$/, '')}. Tables and columns: docs/schema.md`,
  );
}
