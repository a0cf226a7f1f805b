import { isJsonList } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import type { Json } from '../model/history-event.ts';

/** A 64-bit integer as the classes of protobuf libraries print it (`{low, high, unsigned}`) → decimal text; others as they are. */
export function toInt64Text(value: Json): Json {
  if (!isJsonObject(value)) return value;
  const { low, high, unsigned } = value;
  const isLong = isInt32(low) && isInt32(high) && Object.keys(value).length <= 3;
  if (!isLong) return value;
  const bits = (BigInt(high) << 32n) | (BigInt(low) & 0xffff_ffffn);
  return String(unsigned === true ? BigInt.asUintN(64, bits) : BigInt.asIntN(64, bits));
}

/** Bytes as a dump prints them (`{type:'Buffer',data:[…]}`, `{"0":104,…}`) → base64; others as they are. */
export function toBase64Text(value: Json): Json {
  const bytes = findBytes(value);
  return bytes === undefined ? value : Buffer.from(bytes).toString('base64');
}

function findBytes(value: Json): readonly number[] | undefined {
  if (isJsonList(value)) return toBytes(value);
  if (!isJsonObject(value)) return undefined;
  const { type, data } = value;
  if (type === 'Buffer' && data !== undefined && isJsonList(data)) return toBytes(data);
  const isIndexed = Object.keys(value).every((key, at) => key === String(at));
  return isIndexed ? toBytes(Object.values(value)) : undefined;
}

function toBytes(list: readonly Json[]): readonly number[] | undefined {
  const bytes = list.filter(
    (item) => typeof item === 'number' && Number.isInteger(item) && item >= 0 && item < 256,
  );
  return bytes.length === list.length ? bytes.map(Number) : undefined;
}

const isInt32 = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 32;
