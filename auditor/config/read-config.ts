import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { type ConfigText, configSchema } from './config-schema.ts';

/** The configuration, with where it was found. */
export type Config = ConfigText & {
  /** Absent when: there is no file. */
  readonly file?: string;
  /** Whether it may name code to run. A data folder may come from somebody else, so its file may not. */
  readonly mayRunCode: boolean;
  /** A path of the file, whole: relative ones start at the file. */
  readonly toPath: (path: string) => string;
};

export type ConfigSource = {
  readonly dataFolder: string;
  readonly env: Record<string, string | undefined>;
  /** Named by the user. Absent when: TICKSCOPE_CONFIG, else `tickscope.json` in the data folder, else in the working directory. */
  readonly file?: string;
};

const NAME = 'tickscope.json';
const MOST_BYTES = 1_000_000;

/**
 * Reads the configuration; without a file everything is as by default.
 *
 * Throws: TickscopeError `wrong-usage` that names the file and what is wrong in it.
 */
export function readConfig({ dataFolder, env, file }: ConfigSource): Config {
  const named = file ?? (env.TICKSCOPE_CONFIG || undefined);
  if (named !== undefined) return parseFile(resolve(named), 'trusted');
  const inData = resolve(dataFolder, NAME);
  const here = resolve(NAME);
  if (existsSync(inData) && inData !== here) return parseFile(inData, 'foreign');
  if (existsSync(here)) return parseFile(here, 'trusted');
  return { mayRunCode: true, toPath: (path) => resolve(path) };
}

function parseFile(file: string, origin: 'trusted' | 'foreign'): Config {
  return {
    ...parseText(file, readText(file)),
    file,
    mayRunCode: origin === 'trusted',
    toPath: (path) => join(resolve(dirname(file), path)),
  };
}

function readText(file: string): string {
  try {
    if (statSync(file).size <= MOST_BYTES) return readFileSync(file, 'utf8');
  } catch (error) {
    throw refused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw refused(`${file} is larger than ${MOST_BYTES} bytes: no configuration`);
}

function parseText(file: string, text: string): ConfigText {
  const parsed = configSchema.safeParse(parseJson(file, text));
  if (parsed.success) return parsed.data;
  throw refused(`${file}: ${parsed.error.issues.map(toText).join('; ')}`);
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the text, which may hold keys.
    throw refused(`${file} is no JSON`);
  }
}

function toText(issue: z.core.$ZodIssue): string {
  const at = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => (at === '' ? key : `${at}.${key}`));
    return `unknown ${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}`;
  }
  return `${at}: ${issue.message}`;
}

const refused = (what: string): TickscopeError =>
  new TickscopeError('wrong-usage', `${what}. See docs/configuration.md.`);
