import { styleText } from 'node:util';
import { Help } from 'commander';
import { toTerminalText } from './terminal-text.ts';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'pending' | 'heading' | 'faint';

/** How text is set: pure formatters take it, so that the same text can go to a terminal, a pipe or a file. */
export type TextStyle = {
  /** Characters per line. */
  readonly width: number;
  /** Colours a text that already says in words what the colour says. */
  readonly paint: (tone: Tone, text: string) => string;
};

const FORMATS = {
  good: 'green',
  warn: 'yellow',
  bad: 'red',
  pending: 'cyan',
  heading: 'bold',
  faint: 'dim',
} as const;

/** Without colour, for pipes and files. */
export const plainStyle = (width = 100): TextStyle => ({ width, paint: (_tone, text) => text });

/** Coloured where the stream is a terminal and the environment does not forbid it (NO_COLOR). */
export function terminalStyle(stream: NodeJS.WriteStream): TextStyle {
  // Long lines are hard to read even where a terminal has room for them.
  const width = Math.min(Math.max(stream.columns ?? 100, 40), 120);
  const paint: TextStyle['paint'] = (tone, text) =>
    tone === 'neutral' ? text : styleText(FORMATS[tone], text, { stream });
  return { width, paint };
}

/** Marks that stand beside a colour, for those who do not see it. */
export const MARKS: Readonly<Record<'neutral' | 'good' | 'warn' | 'bad' | 'pending', string>> = {
  neutral: '·',
  good: '✓',
  warn: '!',
  bad: '✗',
  pending: '…',
};

const help = new Help();
help.minWidthToWrap = 20;

/** Lines that fit between an indent and the width; the first line has its own indent. */
export function wrap(text: string, width: number, indent = '', firstIndent = indent): string {
  const lines = help.boxWrap(text, Math.max(20, width - indent.length)).split('\n');
  return lines.map((line, index) => `${index === 0 ? firstIndent : indent}${line}`.trimEnd()).join('\n');
}

/** Foreign text on one line, safe to print: a line break in it cannot begin a line of ours. */
export function toOneLine(text: string): string {
  return toTerminalText(text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ⏎ '));
}

/** Temporal takes ids and names of up to 1,000 characters; one of megabytes would make every row of a table as wide. */
const LONGEST_NAME = 1_000;

/** A name, cut where it is longer than any real one. */
export const toShortName = (text: string): string =>
  text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME).toWellFormed()}…`;
