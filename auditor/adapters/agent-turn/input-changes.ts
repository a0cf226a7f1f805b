import type { ModelCall, ModelItem } from '../../model/model-call.ts';

/** What a model was shown that it was not shown by the call before it in the same conversation. */
type InputChanges = {
  /** The call that began like this one. Absent when: this one begins a conversation. */
  readonly before?: ModelCall;
  /** Without what the model itself had answered. Order: as shown. */
  readonly added: readonly ModelItem[];
  /** Items of the call before that are not shown any more. */
  readonly dropped: number;
};

/** Calls of several agents may lie between two of a conversation, seldom more than these. */
export const FURTHEST_BACK = 8;

/** Compares what a model was shown with the calls before it: the one whose beginning it shares for longest is its conversation. */
export function findInputChanges(call: ModelCall, earlier: readonly ModelCall[]): InputChanges {
  const shared = earlier
    .slice(-FURTHEST_BACK)
    .map((before) => ({ before, length: countShared(before.inputItems, call.inputItems) }))
    .filter(({ length }) => length > 0);
  const best = shared.reduceRight<(typeof shared)[number] | undefined>(
    (found, candidate) => (found && found.length >= candidate.length ? found : candidate),
    undefined,
  );
  if (!best) return { added: call.inputItems, dropped: 0 };
  const own = new Set(best.before.outputItems.map(toKey));
  return {
    before: best.before,
    added: call.inputItems.slice(best.length).filter((item) => !own.has(toKey(item))),
    dropped: best.before.inputItems.length - best.length,
  };
}

function countShared(a: readonly ModelItem[], b: readonly ModelItem[]): number {
  const end = a.findIndex((item, index) => {
    const other = b[index];
    return other === undefined || toKey(item) !== toKey(other);
  });
  return end === -1 ? a.length : end;
}

/** What an item says, wherever it stands. */
function toKey(item: ModelItem): string {
  switch (item.kind) {
    case 'message':
      return `message ${item.role} ${item.text}`;
    case 'tool-call':
      return `tool-call ${item.call.id} ${item.call.name} ${JSON.stringify(item.call.arguments)}`;
    case 'tool-result':
      return `tool-result ${item.callId} ${item.text}`;
    case 'reasoning':
      return `reasoning ${item.text}`;
    case 'other':
      return `other ${item.type}`;
    default:
      return item satisfies never;
  }
}
