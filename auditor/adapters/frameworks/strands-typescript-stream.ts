import { member, objectMember, textMember } from '../../base/json-members.ts';
import type { Json } from '../../model/history-event.ts';
import type { StreamPart } from './strands-stream.ts';

/** Where each kind of delta has its text. */
const DELTAS = new Map([
  ['textDelta', { of: 'text', key: 'text' }],
  ['toolUseInputDelta', { of: 'tool-input', key: 'input' }],
  ['reasoningContentDelta', { of: 'reasoning', key: 'text' }],
] as const);

/**
 * An event as Strands for TypeScript writes it. Absent when: it says nothing of the answer.
 *
 * Source: ModelStreamEvent of @strands-agents/sdk 1.x.
 */
export function readTypescriptPart(event: Json): StreamPart | undefined {
  switch (textMember(event, 'type')) {
    case 'modelContentBlockStartEvent':
      return toStart(objectMember(event, 'start'));
    case 'modelContentBlockDeltaEvent':
      return toDelta(member(event, 'delta'));
    case 'modelContentBlockStopEvent':
      return { kind: 'stop' };
    default:
      return toEnd(event);
  }
}

function toStart(start: Json | undefined): StreamPart {
  if (textMember(start, 'type') !== 'toolUseStart') return { kind: 'start' };
  const [id, name] = [textMember(start, 'toolUseId') ?? '', textMember(start, 'name') ?? ''];
  return { kind: 'start', tool: { id, name } };
}

function toDelta(delta: Json | undefined): StreamPart {
  const type = textMember(delta, 'type') ?? 'unnamed';
  const known = [...DELTAS].find(([name]) => name === type)?.[1];
  const text = known === undefined ? undefined : textMember(delta, known.key);
  if (known === undefined || text === undefined)
    return { kind: 'delta', of: 'other', type, text: '', path: ['delta'] };
  return { kind: 'delta', of: known.of, type, text, path: ['delta', known.key] };
}

function toEnd(event: Json): StreamPart | undefined {
  const reason = textMember(event, 'stopReason');
  if (reason !== undefined) return { kind: 'end', reason };
  const usage = member(event, 'usage');
  return usage === undefined ? undefined : { kind: 'usage', usage, path: ['usage'] };
}
