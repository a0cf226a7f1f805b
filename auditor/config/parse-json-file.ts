import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { toIssueTexts } from '../base/issue-text.ts';
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
  throw refused(`${file}: ${toIssueTexts(parsed.error.issues)}`);
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

const refused = (what: string): TickscopeError =>
  new TickscopeError('wrong-usage', `${what}. See docs/configuration.md.`);
