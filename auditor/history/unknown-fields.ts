import protobuf from 'protobufjs';

/** A field that no descriptor knows: the bytes of its value in base64, its number and its wire type. */
type UnknownField = { readonly data: string; readonly no: number; readonly wire: number };

/**
 * Lets every protobuf decoder of this process keep the fields that it does not know, so that events of a newer server lose nothing.
 *
 * Source: protobufjs 8, `Reader.discardUnknown`; the kept fields are a message's `$unknowns`.
 */
export function keepUnknownFields(): void {
  protobuf.Reader.discardUnknown = false;
}

/**
 * What a decoder kept of unknown fields: number, wire type and the value's bytes in base64, in the order of the wire.
 *
 * Absent when: nothing was unknown, or the decoder was not told to keep it.
 */
export function toUnknownFields(message: object): readonly UnknownField[] | undefined {
  if (!Object.hasOwn(message, '$unknowns')) return undefined;
  const raw: unknown = Reflect.get(message, '$unknowns');
  if (!Array.isArray(raw) || raw.length === 0) return undefined;
  return raw.filter((bytes) => bytes instanceof Uint8Array).map(toUnknownField);
}

function toUnknownField(bytes: Uint8Array): UnknownField {
  const reader = protobuf.Reader.create(bytes);
  const tag = reader.uint32();
  // Keys in canonical order.
  return {
    data: Buffer.from(bytes.subarray(reader.pos)).toString('base64'),
    no: tag >>> 3,
    wire: tag & 7,
  };
}
