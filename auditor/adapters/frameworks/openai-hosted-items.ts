import { member, objectMember, textMember } from '../../base/json-members.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, Place, ProviderRun } from '../../model/model-call.ts';
import { into } from './reader-parts.ts';

/** Where a hosted tool's item says what was asked of it and what it gave back. */
type HostedTool = { readonly asked: string; readonly given: readonly string[] };

/** An image is no text to tell: what a generated one looks like is left in the event. */
const HOSTED: ReadonlyMap<string, HostedTool> = new Map([
  ['web_search_call', { asked: 'action', given: ['output'] }],
  ['file_search_call', { asked: 'queries', given: ['results', 'output'] }],
  ['code_interpreter_call', { asked: 'code', given: ['outputs', 'output'] }],
  ['image_generation_call', { asked: 'revised_prompt', given: [] }],
  ['mcp_call', { asked: 'arguments', given: ['error', 'output'] }],
]);

type Found = { readonly value: Json; readonly place: Place };

/**
 * A tool that OpenAI ran itself: the call, and its result where the item holds one. Absent when: it is no such item.
 *
 * Source: output items of the Responses API; the Agents SDK for TypeScript wraps them as `hosted_tool_call`, the item in `providerData`.
 */
export function toHostedItems(item: Json, place: Place): readonly ModelItem[] | undefined {
  const isWrapper = textMember(item, 'type') === 'hosted_tool_call';
  const wrapped = isWrapper ? objectMember(item, 'providerData') : undefined;
  const ownType = textMember(item, isWrapper ? 'name' : 'type');
  const type = textMember(wrapped, 'type') ?? ownType ?? '';
  const tool = HOSTED.get(type) ?? HOSTED.get(`${type}_call`);
  if (!tool) return undefined;
  const find = (key: string): Found | undefined =>
    findMember(item, key, place) ?? findMember(wrapped, key, into(place, 'providerData'));
  const asked = find(tool.asked) ?? find('arguments');
  const given = tool.given.flatMap((key) => find(key) ?? []).at(0);
  const id = textMember(item, 'id') ?? '';
  const name =
    (type === 'mcp_call' ? textMember(wrapped ?? item, 'name') : undefined) ?? type.replace(/_call$/, '');
  const byProvider = find('error') ? 'failed' : toRun(find('status')?.value, given);
  const call = { id, name, arguments: toArguments(asked?.value), place: asked?.place ?? place, byProvider };
  return [
    { kind: 'tool-call', call, place },
    ...(given ? [{ kind: 'tool-result' as const, callId: id, name, ...toTold(given), byProvider }] : []),
  ];
}

function findMember(value: Json | undefined, key: string, place: Place): Found | undefined {
  const found = member(value, key);
  return found === undefined || found === null ? undefined : { value: found, place: into(place, key) };
}

/** What a tool gave back before it was done (`in_progress`, `incomplete`) tells not how it ended. */
function toRun(status: Json | undefined, given: Found | undefined): ProviderRun {
  if (status === 'failed' || status === 'completed') return status;
  return status === undefined && given ? 'completed' : 'unknown';
}

const toArguments = (value: Json | undefined): Json =>
  typeof value === 'string' ? (tryParseJson(value) ?? value) : (value ?? {});

const toTold = ({ value, place }: Found) => ({
  text: typeof value === 'string' ? value : JSON.stringify(value),
  place,
});
