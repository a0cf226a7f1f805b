import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { createSqlProcess, type SqlProcess } from '../query/sql/sql-process.ts';
import type { SqlRows } from '../store/open-sql.ts';
import { EXIT_CODE } from './exit-code.ts';
import { readGlobalOptions } from './global-options.ts';
import { toJsonText } from './json-text.ts';
import { addConfigOption, toConfigSource } from './open-command-index.ts';
import { parseCount } from './parse-number.ts';
import { addLinesOption, isByLine, tableStyle, toLines } from './print.ts';
import { refuseTogether } from './refuse-together.ts';
import { runSqlPrompt } from './sql-prompt.ts';
import { formatCut, formatSqlCsv, formatSqlTable, toSqlObjects } from './sql-text.ts';
import { toTerminalText } from './terminal-text.ts';

const optionsSchema = z.looseObject({
  csv: z.boolean().default(false),
  limit: z.number(),
  timeout: z.number(),
});

const EXAMPLES = `
Examples:
  $ tickscope sql                                    a prompt; .help, .tables, .schema
  $ tickscope sql 'SELECT name, count(*) FROM tool_call GROUP BY name'
  $ tickscope sql 'SELECT tick, outcome FROM tick WHERE interrupted' --csv > interrupted.csv
  $ tickscope sql "SELECT decoded_json(run_pk, event_id) FROM event LIMIT 1" --json
  $ tickscope sql < query.sql

Tables and columns: docs/schema.md. Statements can read, and nothing else.

${EXIT_CODE}`;

/** `tickscope sql`: one statement, or a prompt. */
export function addSql(program: Command): void {
  addLinesOption(addConfigOption(program.command('sql')))
    .description('ask the index in SQL, read-only')
    .argument('[statement]', 'else standard input; at a terminal a prompt')
    .option('--csv', 'print CSV with a line of names')
    .option('--limit <n>', 'at most this many rows, up to 100000', parseCount(100_000), 1000)
    .option('--timeout <seconds>', 'longest that a statement may take', parseCount(86_400), 30)
    .addHelpText('after', EXAMPLES)
    .action((statement: string | undefined, _options: unknown, command: Command) =>
      runSql(statement, command),
    );
}

async function runSql(statement: string | undefined, command: Command): Promise<void> {
  refuseTogether(command, 'csv', ['json', 'jsonl']);
  const { limit, timeout } = optionsSchema.parse(command.opts());
  const sql = createSqlProcess(toConfigSource(command), timeout * 1000);
  try {
    if (statement === undefined && process.stdin.isTTY) await prompt(sql, limit, command);
    else await runOnce(sql, statement ?? (await text(process.stdin)), command);
  } finally {
    sql.stop();
  }
}

async function runOnce(sql: SqlProcess, statement: string, command: Command): Promise<void> {
  const { limit } = optionsSchema.parse(command.opts());
  if (statement.trim() === '') throw new TickscopeError('wrong-usage', 'Give a statement.');
  const rows = await sql.run({ sql: statement, limit });
  process.stdout.write(format(rows, command));
  const cut = formatCut(rows);
  if (cut !== undefined) console.error(cut);
}

function prompt(sql: SqlProcess, limit: number, command: Command): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const show = (rows: SqlRows) => [format(rows, command), formatCut(rows)].join('').replace(/(?<!\n)$/, '\n');
  return runSqlPrompt({ input, output, isTerminal: true, process: sql, limit, format: show });
}

function format(rows: SqlRows, command: Command): string {
  const { csv } = optionsSchema.parse(command.opts());
  if (isByLine(command)) return toLines(toSqlObjects(rows));
  if (readGlobalOptions(command).json) return `${toJsonText(toSqlObjects(rows), 2)}\n`;
  if (!csv) return formatSqlTable(rows, tableStyle());
  const lines = formatSqlCsv(rows);
  // A file gets the cells as they are; a terminal must not obey them.
  return process.stdout.isTTY ? toTerminalText(lines.replaceAll('\r', '')) : lines;
}
