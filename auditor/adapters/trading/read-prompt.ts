import { tryParseJson } from '../../base/same-json.ts';
import type { Citation } from '../../model/citation.ts';
import type { ModelCall } from '../../model/model-call.ts';
import { citePlace } from '../model-facts.ts';

/** What the model was told, by name. Money is dollars as text, as it stood in the prompt. */
export type Prompt = {
  /** First line `name: value`. Absent when: no such line. */
  readonly valueOf: (name: string) => string | undefined;
  /** Headlines that the model was shown, the injected ones included. */
  readonly headlines: readonly string[];
  readonly citation: Citation;
};

/**
 * The values that the agent wrote into its question.
 *
 * Text from outside is a JSON string on one line there, so no headline can pose as a value.
 * Absent when: the call has no message of the user.
 */
export function readPrompt(runId: string, call: ModelCall | undefined): Prompt | undefined {
  const message = call?.inputItems.find((item) => item.kind === 'message' && item.role === 'user');
  if (message?.kind !== 'message') return undefined;
  const lines = message.text.split('\n').map(toPair);
  const values = new Map<string, string>();
  for (const [name, value] of lines) if (!values.has(name)) values.set(name, value);
  return {
    valueOf: (name) => values.get(name),
    headlines: lines.flatMap(([name, value]) => (name === 'headline' ? toText(value) : [])),
    citation: citePlace(runId, message.place),
  };
}

function toPair(line: string): readonly [string, string] {
  const at = line.indexOf(': ');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)];
}

function toText(value: string): readonly string[] {
  const parsed = tryParseJson(value);
  return typeof parsed === 'string' ? [parsed] : [];
}
