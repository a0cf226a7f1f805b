import type { Json } from '../model/history-event.ts';
import { toCanonicalScalar } from './canonical-scalar.ts';

/**
 * ProtoJSON of one scalar → what protobufjs' `fromObject` takes, without its habit of guessing.
 *
 * Throws: TickscopeError `history-invalid` with the path, when the value is not of that type.
 */
export function parseScalar(type: string, value: Json, path: string): unknown {
  const canonical = toCanonicalScalar(type, value, () => path);
  if (type === 'bytes') return Buffer.from(String(canonical), 'base64');
  return type === 'double' || type === 'float' ? Number(canonical) : canonical;
}
