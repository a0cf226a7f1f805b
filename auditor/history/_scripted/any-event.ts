import fc from 'fast-check';
import type protobuf from 'protobufjs';
import type { JsonObject } from '../../model/history-event.ts';
import { toEventJson } from '../_reference/to-event-json-by-descriptor.ts';
import { DURATION, HISTORY_EVENT, TIMESTAMP } from '../temporal-descriptors.ts';

type Properties = { [key: string]: unknown };

/** Any event as ProtoJSON, in no order of keys, a field of another version among them. */
export function anyEvent(): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(anyMessage(HISTORY_EVENT), fc.boolean(), fc.jsonValue())
    .map(([properties, isNewer, value]) => {
      const json = toEventJson(HISTORY_EVENT.fromObject(properties));
      const added =
        isNewer && !JSON.stringify(value).match(/\d{16}|e\+/)
          ? { comet: JSON.parse(JSON.stringify(value)) }
          : {};
      return Object.fromEntries(Object.entries({ ...json, ...added }).reverse());
    });
}

/** Any message of a type, as `fromObject` takes it: a few of its fields, at most one of each oneof. */
export function anyMessage(type: protobuf.Type, depth = 4): fc.Arbitrary<Properties> {
  if (type.fullName === TIMESTAMP) {
    const seconds = fc.integer({ min: -62_135_596_800, max: 253_402_300_799 });
    return fc.record({ seconds, nanos: fc.integer({ min: 0, max: 999_999_999 }) });
  }
  if (type.fullName === DURATION)
    return fc.record({ seconds: fc.integer({ min: 0 }), nanos: fc.nat(999_999_999) });
  const fields = type.fieldsArray.filter((field) => depth > 0 || !isMessage(field.resolve().resolvedType));
  if (fields.length === 0) return fc.constant({});
  return fc.uniqueArray(fc.constantFrom(...fields), { maxLength: 4 }).chain((chosen) => {
    const taken = chosen.filter((field, at) => {
      return !field.partOf || chosen.findIndex((other) => other.partOf === field.partOf) === at;
    });
    return fc.record(Object.fromEntries(taken.map((field) => [field.name, anyField(field, depth)])));
  });
}

function anyField(field: protobuf.Field, depth: number): fc.Arbitrary<unknown> {
  if (field.repeated) return fc.array(anyValue(field, depth), { maxLength: 2 });
  return field.map
    ? fc.dictionary(fc.oneof(fc.string(), fc.nat().map(String)), anyValue(field, depth), { maxKeys: 2 })
    : anyValue(field, depth);
}

function anyValue(field: protobuf.Field, depth: number): fc.Arbitrary<unknown> {
  const kind = field.resolve().resolvedType;
  if (kind !== null && 'fields' in kind) return anyMessage(kind, depth - 1);
  if (kind !== null)
    return fc.oneof(fc.constantFrom(...Object.values(kind.values)), fc.integer({ min: 5000, max: 6000 }));
  if (field.type === 'string') return fc.string({ unit: 'grapheme' });
  if (field.type === 'bytes') return fc.uint8Array().map((bytes) => Buffer.from(bytes));
  if (field.type === 'bool') return fc.boolean();
  if (field.type === 'int64') return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String);
  if (field.type === 'double') return fc.double({ noNaN: true });
  if (field.type === 'float') return fc.float({ noNaN: true });
  return fc.nat();
}

const isMessage = (kind: protobuf.Type | protobuf.Enum | null) => kind !== null && 'fields' in kind;
