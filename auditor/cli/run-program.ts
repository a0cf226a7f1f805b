import { type Command, CommanderError } from 'commander';
import { type ErrorCode, TickscopeError } from '../base/tickscope-error.ts';
import { addGlobalOptions, withSubcommands } from './global-options.ts';
import { toTerminalText } from './terminal-text.ts';

/** Nothing was wrong with what was asked about, only with the asking. Source: docs/errors.md. */
const WRONG_USAGE: ReadonlySet<ErrorCode> = new Set(['wrong-usage', 'empty-corpus']);

/**
 * Runs a program and prints what it throws: message alone, stack with `--debug`.
 *
 * Returns the exit code: 0, 1 for bad news, 2 for wrong usage. A command that has bad news without an error sets `process.exitCode`.
 */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  for (const command of withSubcommands(program)) {
    command.exitOverride();
    addGlobalOptions(command);
  }
  process.stdout.on('error', endOnClosedPipe);
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.error(toText(error, argv.includes('--debug')));
    return error instanceof TickscopeError && WRONG_USAGE.has(error.code) ? 2 : 1;
  }
}

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
  const text = toTerminalText(error.message);
  // Not one of ours: a mistake in Tickscope, of which the user should be able to tell more.
  return error instanceof TickscopeError ? text : `${text}\nRun again with --debug to see where.`;
}
