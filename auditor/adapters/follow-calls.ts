import { isSameJson } from '../base/same-json.ts';
import type { ModelCall, ModelItem, ToolCall } from '../model/model-call.ts';

export type ToolResult = Extract<ModelItem, { kind: 'tool-result' }>;

/** The call that a model's tools were answered to, and what it was told of each of them. */
export type FollowingCall = {
  readonly call: ModelCall;
  readonly told: ReadonlyMap<ToolCall, ToolResult>;
};

/**
 * Finds, for each call that asked for tools, the later call that was told what they returned. Calls of several agents may lie between
 * the two, or run beside them: call ids decide, and for frameworks without ids the names and the order of the results.
 *
 * Shape: no entry where no later call was told anything.
 */
export function followCalls(calls: readonly ModelCall[]): ReadonlyMap<ModelCall, FollowingCall> {
  const following = new Map<ModelCall, FollowingCall>();
  const waiting = new Waiting();
  for (const call of calls) {
    for (const asker of waiting.takeAnswered(call)) {
      following.set(asker, { call, told: toTold(asker, call) });
    }
    waiting.add(call);
  }
  return following;
}

/** Calls whose tools no later call was told of yet, by the ids that they gave. */
class Waiting {
  private readonly byId = new Map<string, ModelCall[]>();
  private nameless: ModelCall[] = [];

  add(call: ModelCall): void {
    const ids = new Set(call.toolCalls.map(({ id }) => id).filter((id) => id !== ''));
    for (const id of ids) {
      const known = this.byId.get(id);
      if (known) known.push(call);
      else this.byId.set(id, [call]);
    }
    if (ids.size === 0 && call.toolCalls.length > 0) this.nameless.push(call);
  }

  takeAnswered(call: ModelCall): readonly ModelCall[] {
    const askers = new Set<ModelCall>();
    for (const item of call.inputItems) {
      if (item.kind !== 'tool-result' || item.callId === '') continue;
      const closed = (this.byId.get(item.callId) ?? []).filter((asker) => isBefore(asker, call));
      const asker = closed.find((candidate) => isRepeatedIn(candidate, item.callId, call)) ?? closed[0];
      if (asker) askers.add(asker);
    }
    const nameless = this.nameless.find((asker) => isBefore(asker, call) && isAnsweredByName(asker, call));
    if (nameless) askers.add(nameless);
    for (const asker of askers) this.remove(asker);
    return [...askers];
  }

  private remove(asker: ModelCall): void {
    for (const { id } of asker.toolCalls) {
      const left = (this.byId.get(id) ?? []).filter((call) => call !== asker);
      if (left.length === 0) this.byId.delete(id);
      else this.byId.set(id, left);
    }
    this.nameless = this.nameless.filter((call) => call !== asker);
  }
}

function isBefore(asker: ModelCall, call: ModelCall): boolean {
  const closedBy = asker.activity.closed?.eventId ?? Number.POSITIVE_INFINITY;
  return closedBy < call.activity.scheduled.eventId;
}

/** Models that give the same ids again and again are told apart by what they asked: the later call repeats it. */
function isRepeatedIn(asker: ModelCall, callId: string, call: ModelCall): boolean {
  const asked = asker.toolCalls.find(({ id }) => id === callId);
  const repeated = call.inputItems.findLast((item) => item.kind === 'tool-call' && item.call.id === callId);
  if (!asked || repeated?.kind !== 'tool-call') return false;
  return asked.name === repeated.call.name && isSameJson(asked.arguments, repeated.call.arguments);
}

function isAnsweredByName(asker: ModelCall, call: ModelCall): boolean {
  const results = listNewResults(call);
  const names = new Set(results.map(({ name }) => name));
  const isNamed = asker.toolCalls.every(({ name }) => names.has(name) || names.has(undefined));
  return results.length === asker.toolCalls.length && isNamed;
}

function toTold(asker: ModelCall, call: ModelCall): ReadonlyMap<ToolCall, ToolResult> {
  const fresh = [...listNewResults(call)];
  const told = new Map<ToolCall, ToolResult>();
  for (const toolCall of asker.toolCalls) {
    const at = fresh.findIndex((result) => isResultOf(result, toolCall));
    const [found] = at < 0 ? [] : fresh.splice(at, 1);
    const result = found ?? findById(call, toolCall.id);
    if (result) told.set(toolCall, result);
  }
  return told;
}

function isResultOf(result: ToolResult, { id, name }: ToolCall): boolean {
  return id === '' ? result.callId === '' && (result.name ?? name) === name : result.callId === id;
}

function findById(call: ModelCall, id: string): ToolResult | undefined {
  const item = call.inputItems.findLast((entry) => entry.kind === 'tool-result' && entry.callId === id);
  return item?.kind === 'tool-result' && id !== '' ? item : undefined;
}

/** Results that the model is told for the first time: those at the end of what it is shown, with what people said beside them. */
export function listNewResults({ inputItems }: ModelCall): readonly ToolResult[] {
  const lastOld = inputItems.findLastIndex(({ kind, ...item }) => {
    if (kind === 'tool-call' || kind === 'reasoning') return true;
    return kind === 'message' && 'role' in item && (item.role === 'assistant' || item.role === 'model');
  });
  return inputItems
    .slice(lastOld + 1)
    .filter((item) => item.kind === 'tool-result')
    .filter(({ byProvider }) => byProvider === undefined);
}
