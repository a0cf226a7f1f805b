import { createInterface, type Interface } from 'node:readline';
import { TABLES_STATEMENT, toSchemaStatement } from '../query/sql/schema-statements.ts';
import type { SqlProcess } from '../query/sql/sql-process.ts';
import type { SqlRows } from '../store/open-sql.ts';
import { readSqlLine, type SqlLine } from './sql-line.ts';
import { formatSchema } from './sql-text.ts';
import { toTerminalText } from './terminal-text.ts';

type SqlPrompt = {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly isTerminal: boolean;
  readonly process: SqlProcess;
  /** At most this many rows are shown. */
  readonly limit: number;
  readonly format: (rows: SqlRows) => string;
};

/** What was typed since the last statement, whether more can be, and whether one runs. */
type Pending = { text: string; isClosed: boolean; isRunning: boolean };

const HELP = `A statement ends with ; and may take several lines. It can read, and nothing else.
  .tables            the tables
  .schema [table]    how they are made; what columns mean: docs/schema.md
  .quit              end, as Ctrl-D does; Ctrl-C forgets what is typed, or stops what runs
event_json(run_pk, event_id) is an event as stored, decoded_json(run_pk, event_id) with its values, secrets left out.
`;

/** Reads statements and commands by line and shows what they give, until the input ends or `.quit`. */
export async function runSqlPrompt(prompt: SqlPrompt): Promise<void> {
  const { input, output, isTerminal: terminal } = prompt;
  const lines = createInterface({ input, output, terminal });
  const pending = { text: '', isClosed: false, isRunning: false };
  lines.once('close', () => {
    pending.isClosed = true;
  });
  onInterrupt(lines, prompt, pending);
  ask(lines, pending);
  for await (const line of lines) {
    pending.text += `${line}\n`;
    const read = readSqlLine(pending.text);
    if (read.kind !== 'more') pending.text = '';
    if (read.kind === 'command' && ['quit', 'exit'].includes(read.name)) break;
    pending.isRunning = true;
    output.write(await answer(prompt, read));
    pending.isRunning = false;
    ask(lines, pending);
  }
  lines.close();
}

function ask(lines: Interface, { text, isClosed }: Pending): void {
  // Lines that came before the end are still to be answered then.
  if (isClosed) return;
  lines.setPrompt(text === '' ? 'sql> ' : '...> ');
  lines.prompt();
}

/** Ends what runs, else forgets what is typed. */
function onInterrupt(lines: Interface, { process, output }: SqlPrompt, pending: Pending): void {
  lines.on('SIGINT', () => {
    if (pending.isRunning) {
      process.stop();
      return;
    }
    pending.text = '';
    // Moves to the line's end and deletes it, as the keys would.
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    output.write('\n');
    ask(lines, pending);
  });
}

async function answer(prompt: SqlPrompt, line: SqlLine): Promise<string> {
  const { process, limit, format } = prompt;
  try {
    if (line.kind === 'statement') return format(await process.run({ sql: line.sql, limit }));
    if (line.kind !== 'command') return '';
    if (line.name === 'tables') return format(await process.run(TABLES_STATEMENT));
    if (line.name === 'schema') return formatSchema(await process.run(toSchemaStatement(line.argument)));
    return HELP;
  } catch (error) {
    return `${toTerminalText(error instanceof Error ? error.message : String(error))}\n`;
  }
}
