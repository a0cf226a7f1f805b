import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json } from '../model/history-event.ts';

const INTEGER = /^(?:u?int|sint|s?fixed)(32|64)$/;
const DECIMAL = /^-?\d{1,20}$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * ProtoJSON of one scalar → what protobufjs' `fromObject` takes, without its habit of guessing.
 *
 * Throws: TickscopeError `history-invalid` with the path, when the value is not of that type.
 */
export function parseScalar(type: string, value: Json, path: string): unknown {
  if (INTEGER.test(type)) return parseInteger(type, value, path);
  if (type === 'bytes') return parseBytes(value, path);
  if (type === 'bool' && typeof value === 'boolean') return value;
  if (type === 'string' && typeof value === 'string') return value;
  if (type === 'double' || type === 'float') return parseFloatingPoint(value, path);
  throw wrongType(path, type);
}

function parseInteger(type: string, value: Json, path: string): string | number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  if (typeof value !== 'string' || !DECIMAL.test(value)) throw wrongType(path, type);
  const bits = type.endsWith('64') ? 64 : 32;
  const number = BigInt(value);
  const fits =
    type.startsWith('u') || type.startsWith('fixed')
      ? BigInt.asUintN(bits, number)
      : BigInt.asIntN(bits, number);
  if (fits !== number) throw wrongType(path, type);
  return bits === 64 ? value : Number(value);
}

// Text that is not base64 would be decoded to something else: the Web UI's readable download has such text.
function parseBytes(value: Json, path: string): Buffer {
  if (typeof value !== 'string' || !BASE64.test(value)) throw wrongType(path, 'base64');
  return Buffer.from(value, 'base64');
}

function parseFloatingPoint(value: Json, path: string): number {
  if (typeof value === 'number') return value;
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value);
  throw wrongType(path, 'number');
}

function wrongType(path: string, type: string): TickscopeError {
  return new TickscopeError('history-invalid', `${path} is no ${type}.`);
}
