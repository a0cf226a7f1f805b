import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';

const MOST_BYTES = 1_000_000;

/**
 * Reads a JSON file of the user.
 *
 * Throws: TickscopeError `wrong-usage` that names the file and what is wrong in it, but quotes nothing: it may hold keys.
 */
export function parseJsonFile<T>(file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(file, readText(file)));
  if (parsed.success) return parsed.data;
  throw refused(`${file}: ${parsed.error.issues.map(toText).join('; ')}`);
}

function readText(file: string): string {
  try {
    if (statSync(file).size <= MOST_BYTES) return readFileSync(file, 'utf8');
  } catch (error) {
    throw refused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw refused(`${file} is larger than ${MOST_BYTES} bytes`);
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(`${file} is no JSON`);
  }
}

function toText(issue: z.core.$ZodIssue): string {
  const at = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => (at === '' ? key : `${at}.${key}`));
    return `unknown ${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}`;
  }
  return at === '' ? issue.message : `${at}: ${issue.message}`;
}

const refused = (what: string): TickscopeError =>
  new TickscopeError('wrong-usage', `${what}. See docs/configuration.md.`);
