import { member } from '../../base/json-members.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, Place, ProviderRun } from '../../model/model-call.ts';
import { geminiField, geminiText } from './gemini-fields.ts';
import { into } from './reader-parts.ts';

const OUTCOMES: ReadonlyMap<string, ProviderRun> = new Map([
  ['OUTCOME_OK', 'completed'],
  ['OUTCOME_FAILED', 'failed'],
  ['OUTCOME_DEADLINE_EXCEEDED', 'failed'],
]);

/**
 * A part that says that Gemini ran code or a tool of its own, or what that gave back. Absent when: it is another part.
 *
 * Source: `executableCode`, `codeExecutionResult`, `toolCall` and `toolResponse` of a Part of the Gemini API.
 */
export function toGeminiProviderItem(part: Json, place: Place): ModelItem | undefined {
  const code = geminiField(part, 'executableCode');
  if (code) return toCall(code.value, into(place, code.key), { name: 'code_execution', key: 'code' });
  const asked = geminiField(part, 'toolCall');
  if (asked)
    return toCall(asked.value, into(place, asked.key), { name: toToolName(asked.value), key: 'args' });
  const ran = geminiField(part, 'codeExecutionResult');
  if (ran) {
    const byProvider = OUTCOMES.get(geminiText(ran.value, 'outcome') ?? '') ?? 'unknown';
    return toResult(ran.value, into(place, ran.key), { name: 'code_execution', key: 'output', byProvider });
  }
  const answer = geminiField(part, 'toolResponse');
  if (!answer) return undefined;
  const name = toToolName(answer.value);
  return toResult(answer.value, into(place, answer.key), { name, key: 'response', byProvider: 'completed' });
}

/** `GOOGLE_SEARCH_WEB`. */
const toToolName = (value: Json): string => geminiText(value, 'toolType')?.toLowerCase() ?? 'unnamed';

function toCall(
  value: Json,
  at: Place,
  { name, key }: { readonly name: string; readonly key: string },
): ModelItem {
  const place = into(at, key);
  const call = { id: geminiText(value, 'id') ?? '', name, arguments: member(value, key) ?? {}, place };
  return { kind: 'tool-call', call: { ...call, byProvider: 'unknown' }, place: at };
}

type Result = { readonly name: string; readonly key: string; readonly byProvider: ProviderRun };

function toResult(value: Json, at: Place, { name, key, byProvider }: Result): ModelItem {
  const given = member(value, key) ?? '';
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const callId = geminiText(value, 'id') ?? '';
  return { kind: 'tool-result', callId, name, text, place: into(at, key), byProvider };
}
