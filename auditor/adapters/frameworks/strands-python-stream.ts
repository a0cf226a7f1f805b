import { member, objectMember, textMember } from '../../base/json-members.ts';
import { isJsonObject } from '../../base/payload.ts';
import type { Json } from '../../model/history-event.ts';
import type { StreamPart } from './strands-stream.ts';

/** Where each kind of delta has its text. */
const DELTAS = [
  { of: 'text', path: ['text'] },
  { of: 'tool-input', path: ['toolUse', 'input'] },
  { of: 'reasoning', path: ['reasoningContent', 'text'] },
] as const;

/**
 * An event as Strands for Python writes it, named by its one member. Absent when: it says nothing of the answer.
 *
 * Source: StreamEvent of strands/types/streaming.py 1.62.
 */
export function readPythonPart(event: Json): StreamPart | undefined {
  if (!isJsonObject(event)) return undefined;
  if (Object.hasOwn(event, 'contentBlockStart')) return toStart(member(event.contentBlockStart, 'start'));
  if (Object.hasOwn(event, 'contentBlockDelta')) return toDelta(member(event.contentBlockDelta, 'delta'));
  if (Object.hasOwn(event, 'contentBlockStop')) return { kind: 'stop' };
  const reason = textMember(member(event, 'messageStop'), 'stopReason');
  if (reason !== undefined) return { kind: 'end', reason };
  const usage = member(member(event, 'metadata'), 'usage');
  return usage === undefined ? undefined : { kind: 'usage', usage, path: ['metadata', 'usage'] };
}

function toStart(start: Json | undefined): StreamPart {
  const use = objectMember(start, 'toolUse');
  if (use === undefined) return { kind: 'start' };
  const [id, name] = [textMember(use, 'toolUseId') ?? '', textMember(use, 'name') ?? ''];
  return { kind: 'start', tool: { id, name } };
}

function toDelta(delta: Json | undefined): StreamPart {
  const type = isJsonObject(delta) ? (Object.keys(delta)[0] ?? 'unnamed') : 'unnamed';
  for (const { of, path } of DELTAS) {
    const text = path.reduce<Json | undefined>(member, delta);
    if (typeof text === 'string') {
      return { kind: 'delta', of, type, text, path: ['contentBlockDelta', 'delta', ...path] };
    }
  }
  return { kind: 'delta', of: 'other', type, text: '', path: ['contentBlockDelta', 'delta'] };
}
