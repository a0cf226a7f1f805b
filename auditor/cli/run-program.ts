import { type Command, CommanderError } from 'commander';
import { toIndexDamage } from '../base/index-damage.ts';
import { type ErrorCode, TickscopeError } from '../base/tickscope-error.ts';
import { NOT_AVAILABLE } from './exit-code.ts';
import { addGlobalOptions, withSubcommands } from './global-options.ts';
import { toJsonText } from './json-text.ts';
import { refuseEmptyNames } from './refuse-empty-names.ts';
import { toTerminalText } from './terminal-text.ts';
import { toOneLine } from './text-style.ts';

/** Others are bad news: 1. Source: docs/errors.md. */
const EXIT_CODES: ReadonlyMap<ErrorCode, number> = new Map([
  ['wrong-usage', 2],
  ['empty-corpus', 2],
  ['not-available', NOT_AVAILABLE],
]);

/**
 * Runs a program and prints what it throws on standard error: message alone, stack with `--debug`; under `--json` a line of JSON.
 *
 * Returns the exit code: 0, 1 for bad news, 2 for wrong usage, 3 for what is not available. A command that has bad news without an error
 * sets `process.exitCode`.
 */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  for (const command of withSubcommands(program)) {
    command.exitOverride();
    addGlobalOptions(command);
    const show = json ? (text: string) => toJson('wrong-usage', text) : toTerminalText;
    command.configureOutput({ outputError: (text) => console.error(show(text.trimEnd())) });
  }
  program.hook('preAction', (_program, command) => refuseEmptyNames(command));
  process.stdout.on('error', endOnClosedPipe);
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const told = toIndexDamage(error) ?? error;
    const code = told instanceof TickscopeError ? told.code : undefined;
    const text = toText(told, argv.includes('--debug'));
    console.error(json ? toJson(code ?? 'unexpected', text) : text);
    return (code && EXIT_CODES.get(code)) ?? 1;
  }
}

const toJson = (code: string, text: string): string =>
  toJsonText({ error: { code, message: text.trim().replace(/^error: /, '') } });

/** Whoever reads the output has seen enough, as `head` does: no bad news. */
function endOnClosedPipe(error: Error): void {
  if (!isClosedPipe(error)) throw error;
  process.exit(0);
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function toText(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return toTerminalText(String(error));
  if (debug) return toTerminalText(error.stack ?? error.message);
  // A file's name in it may hold line breaks.
  if (error instanceof TickscopeError) return toOneLine(error.message);
  // A mistake in Tickscope, of which the user should be able to tell more.
  return `${toTerminalText(error.message)}\nRun again with --debug to see where.`;
}
