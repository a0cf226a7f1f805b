import { createMatcher } from '../base/safe-pattern.ts';
import type { Activity } from '../model/activity.ts';
import type { Json } from '../model/history-event.ts';
import type { FrameworkReader, ModelCall, ModelItem, ModelResponse, Place } from '../model/model-call.ts';
import { fromOutputItems, into, NO_RESPONSE, resultPlace, toCallBase } from './frameworks/reader-parts.ts';
import type { JsonRule } from './json-rule-schema.ts';
import { type Found, findAll, parsePointer } from './pointer.ts';

/** A value of a call, and where it stands. */
type Part = { readonly value: Json; readonly place: Place };

/** Finds the parts of a call that a pointer names. Empty when: there are none, or no pointer. */
type Find = (pointer: string | undefined) => readonly Part[];

/** A rule of the user as a reader. Throws: SyntaxError for a pattern that the schema does not accept. */
export function createRuleReader(rule: JsonRule): FrameworkReader {
  const matches = createMatcher(rule.activityType);
  return {
    name: rule.name,
    readCall: (activity) =>
      matches(activity.activityType) ? toCall(rule, activity, createFind(activity)) : undefined,
  };
}

function createFind(activity: Activity): Find {
  const { scheduled, input, result } = activity;
  const at = resultPlace(activity);
  return (pointer) => {
    if (pointer === undefined) return [];
    const [side, ...steps] = parsePointer(pointer);
    if (side === 'input') return placed({ event: scheduled, path: ['input'] }, findAll(input, steps));
    if (side !== 'result' || at === undefined) return [];
    // Of a result there is one value, and its place says which.
    return placed({ event: at.event, path: at.path.slice(0, -1) }, findAll(result, steps));
  };
}

const placed = (place: Place, found: readonly Found[]): readonly Part[] =>
  found.map(({ value, path }) => ({ value, place: into(place, ...path) }));

function toCall(rule: JsonRule, activity: Activity, find: Find): ModelCall {
  const requestModel = findText(find, rule.requestModel);
  const agentName = findText(find, rule.agentName);
  const instructions = findText(find, rule.systemInstructions);
  const { provider } = rule;
  return {
    ...toCallBase(rule.name, activity),
    ...toResponse(rule, find),
    ...(provider === undefined ? {} : { provider }),
    ...(requestModel === undefined ? {} : { requestModel: requestModel.text }),
    ...(agentName === undefined ? {} : { agentName: agentName.text }),
    ...(instructions === undefined ? {} : { systemInstructions: instructions }),
    inputItems: toInputItems(rule, find),
    toolsOffered: find(rule.toolsOffered).flatMap(({ value, place }) =>
      typeof value === 'string' ? [{ name: value, kind: 'tool', place }] : [],
    ),
  };
}

function toResponse(rule: JsonRule, find: Find): ModelResponse {
  const responseModel = findText(find, rule.responseModel);
  const responseId = findText(find, rule.responseId);
  return {
    ...NO_RESPONSE,
    ...fromOutputItems(toOutputItems(rule, find)),
    finishReasons: find(rule.finishReason).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    ...toUsage(rule, find),
    ...(responseModel === undefined ? {} : { responseModel: responseModel.text }),
    ...(responseId === undefined ? {} : { responseId: responseId.text }),
  };
}

function toInputItems({ inputMessages }: JsonRule, find: Find): readonly ModelItem[] {
  if (inputMessages === undefined) return [];
  return find(inputMessages.items).flatMap((item) => {
    const text = textIn(item.value, inputMessages.text);
    const role = textIn(item.value, inputMessages.role);
    return text === undefined ? [] : [{ kind: 'message', role: role ?? '', text, place: item.place }];
  });
}

function toOutputItems({ outputText, toolCalls }: JsonRule, find: Find): readonly ModelItem[] {
  const texts = find(outputText).flatMap(({ value, place }): readonly ModelItem[] =>
    typeof value === 'string' ? [{ kind: 'message', role: 'assistant', text: value, place }] : [],
  );
  if (toolCalls === undefined) return texts;
  const calls = find(toolCalls.items).flatMap(({ value, place }): readonly ModelItem[] => {
    const name = textIn(value, toolCalls.name);
    if (name === undefined) return [];
    const id = toolCalls.id === undefined ? '' : (textIn(value, toolCalls.id) ?? '');
    const given = findAll(value, parsePointer(toolCalls.arguments))[0]?.value ?? null;
    return [{ kind: 'tool-call', call: { id, name, arguments: toArguments(given), place }, place }];
  });
  return [...texts, ...calls];
}

function toUsage({ usage = {} }: JsonRule, find: Find): Pick<ModelResponse, 'usage' | 'usagePlace'> {
  const counts = Object.entries(usage).flatMap(([key, pointer]) => {
    const [part] = find(pointer);
    return typeof part?.value === 'number' ? [{ key, count: part.value, place: part.place }] : [];
  });
  const [first] = counts;
  return {
    usage: Object.fromEntries(counts.map(({ key, count }) => [key, count])),
    ...(first === undefined
      ? {}
      : { usagePlace: { event: first.place.event, path: first.place.path.slice(0, -1) } }),
  };
}

function findText(find: Find, pointer: string | undefined) {
  const [part] = find(pointer);
  return typeof part?.value === 'string' ? { text: part.value, place: part.place } : undefined;
}

function textIn(item: Json, pointer: string): string | undefined {
  const value = findAll(item, parsePointer(pointer))[0]?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Parsed where it is JSON, else the model's text. */
function toArguments(value: Json): Json {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
