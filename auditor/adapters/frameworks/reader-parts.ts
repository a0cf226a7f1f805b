import { isJsonList, member, textMember } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json } from '../../model/history-event.ts';
import type {
  ModelCall,
  ModelItem,
  ModelResponse,
  ModelUsage,
  Place,
  ToolOffer,
} from '../../model/model-call.ts';

/** What every framework's call has in common, whatever its payloads look like. */
type CallBase = Pick<ModelCall, 'framework' | 'activity' | 'latencyMs' | 'errorType'>;

/** A response of which nothing is known: open, failed, or not recorded. */
export const NO_RESPONSE: ModelResponse = { outputItems: [], toolCalls: [], finishReasons: [], usage: {} };

/** A place further in. */
export function into(place: Place, ...keys: readonly (string | number)[]): Place {
  return { event: place.event, path: [...place.path, ...keys] };
}

/** First argument of the activity. */
export const inputPlace = ({ scheduled }: Activity, ...keys: readonly (string | number)[]): Place => ({
  event: scheduled,
  path: ['input', 0, ...keys],
});

/** Result of a completed activity. Absent when: it has none (yet). */
export function resultPlace({ outcome, closed, kind }: Activity): Place | undefined {
  if (outcome !== 'completed' || !closed) return undefined;
  return { event: closed, path: kind === 'local-activity' ? ['details', 'result', 0] : ['result', 0] };
}

/** Time of the last attempt and what it failed by, from the events alone. */
export function toCallBase(framework: string, activity: Activity): CallBase {
  const { started, closed } = activity;
  const errorType = toErrorType(activity);
  const latencyMs = started && closed && Math.max(0, (closed.timeMicros - started.timeMicros) / 1000);
  return {
    framework,
    activity,
    ...(latencyMs === undefined || activity.kind === 'local-activity' ? {} : { latencyMs }),
    ...(errorType === undefined ? {} : { errorType }),
  };
}

/** error.type: the type of an application failure, or which time ran out. Absent when: it did not fail. */
function toErrorType({ failure, outcome }: Activity): string | undefined {
  if (outcome !== 'failed' && outcome !== 'timed-out') return undefined;
  if (failure?.timeoutType) return `TIMEOUT ${failure.timeoutType}`;
  return failure?.type ?? '_OTHER';
}

/** Output items → what follows from them: the tools asked of the workflow and the text of the last message. */
export function fromOutputItems(
  outputItems: readonly ModelItem[],
): Pick<ModelResponse, 'outputItems' | 'toolCalls' | 'outputText'> {
  const message = outputItems.findLast((item) => item.kind === 'message' && item.text !== '');
  return {
    outputItems,
    toolCalls: outputItems.flatMap((item) =>
      item.kind === 'tool-call' && !item.call.byProvider ? [item.call] : [],
    ),
    ...(message?.kind === 'message' ? { outputText: { text: message.text, place: message.place } } : {}),
  };
}

/** Counts of tokens, those that are known: a count that is not is absent, never undefined. */
export function toUsage(counts: { readonly [name in keyof ModelUsage]: number | undefined }): ModelUsage {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined));
}

/** Tools or handoffs by the member that names them. A list of another shape offers nothing. */
export function toOffers(
  list: Json | undefined,
  place: Place,
  { kind, nameKey = 'name' }: { readonly kind: ToolOffer['kind']; readonly nameKey?: string },
): readonly ToolOffer[] {
  if (!isJsonList(list)) return [];
  return list.map((item, index) => ({
    name: textMember(item, nameKey) ?? textMember(member(item, 'function'), 'name') ?? 'unnamed',
    kind,
    place: into(place, index),
  }));
}
