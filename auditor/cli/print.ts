import type { Command } from 'commander';
import { z } from 'zod';
import type { Page } from '../query/cursor.ts';
import { readGlobalOptions } from './global-options.ts';
import { toJsonText } from './json-text.ts';
import { plainStyle, type TextStyle, terminalStyle } from './text-style.ts';

/** Wide enough for whoever reads a table with another program. */
const PIPE_WIDTH = 240;

const optionsSchema = z.looseObject({ jsonl: z.boolean().default(false) });

/** How tables are set: as wide as the terminal, without breaks in a pipe. */
export const tableStyle = (): TextStyle =>
  process.stdout.isTTY ? terminalStyle(process.stdout) : plainStyle(PIPE_WIDTH);

/** Prints one thing, as JSON under `--json`, else as text. */
export function printOne<Value>(
  command: Command,
  value: Value,
  format: (value: Value, style: TextStyle) => string,
): void {
  const { json } = readGlobalOptions(command);
  const text = json ? `${toJsonText(value, 2)}\n` : format(value, terminalStyle(process.stdout));
  process.stdout.write(text);
}

/** The option of commands that list things. */
export const addLinesOption = (command: Command): Command =>
  command.option('--jsonl', 'print a JSON object per line');

/** Whether a list was asked for by lines. */
export const isByLine = (command: Command): boolean => optionsSchema.parse(command.opts()).jsonl;

/** Things as JSON, one a line. */
export const toLines = (items: readonly unknown[]): string =>
  items.map((item) => `${toJsonText(item)}\n`).join('');

/** Prints a list: an array under `--json`, a line per item under `--jsonl`, else a table; how to go on is said on standard error. */
export function printPage<Item>(
  command: Command,
  { items, nextCursor }: Page<Item>,
  format: (items: readonly Item[], style: TextStyle) => string,
): void {
  process.stdout.write(toListText(command, items, format));
  if (nextCursor === undefined) return;
  console.error(`${items.length} are shown; there are more: --cursor ${nextCursor}`);
}

function toListText<Item>(
  command: Command,
  items: readonly Item[],
  format: (items: readonly Item[], style: TextStyle) => string,
): string {
  if (isByLine(command)) return toLines(items);
  if (readGlobalOptions(command).json) return `${toJsonText(items, 2)}\n`;
  return format(items, tableStyle());
}
