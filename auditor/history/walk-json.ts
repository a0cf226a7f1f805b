import { isJsonList } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { isDefaultScalar, toCanonicalScalar } from './canonical-scalar.ts';
import { toCanonicalDuration, toCanonicalTime } from './canonical-time.ts';
import {
  type CompiledEnum,
  type CompiledField,
  type CompiledType,
  EVENT_TYPE,
  toScreamingCase,
} from './compiled-type.ts';
import { isReadablePayload, needsData } from './payload-encoding.ts';
import { isIndexKey, toSortedJson, toSortedObject } from './sorted-json.ts';

/** Deeper content is refused: a failure's chain of causes ends long before, and the protobuf decoder stops at 100. */
const DEEPEST = 100;

/** What a walk met besides canonical values. */
export type WalkFindings = {
  /** Paths of fields that this version does not know; they are kept by name. */
  readonly unknownFields: Set<string>;
  /** `path=text` of enum values that this version does not know; they are kept as text. */
  readonly unknownEnums: Set<string>;
  /** Paths of payloads whose encoding promises JSON, without data. */
  readonly emptyPayloads: Set<string>;
  /** Ways of writing that differ from canonical JSON and mean the same: reported, nothing else. */
  readonly manners: Set<'old enum names' | 'enums as numbers' | 'ids as numbers' | 'times as objects'>;
  /** The event is of a form whose values are others than they seem: payloads in clear, other names. */
  isForeign: boolean;
};

/** A long file of a newer server would repeat the same paths in thousands of lists. */
const MOST_FINDINGS = 100;

export function createFindings(): WalkFindings {
  return {
    unknownFields: new Set(),
    unknownEnums: new Set(),
    emptyPayloads: new Set(),
    manners: new Set(),
    isForeign: false,
  };
}

/** An event in canonical values, keys in order. */
export type WalkedEvent = {
  readonly json: JsonObject;
  /** Whether JSON.stringify keeps the order of all keys. */
  readonly isRegular: boolean;
};

/**
 * Validates ProtoJSON of one event and brings its values into their canonical form, in one walk by the descriptors. What is
 * canonical already is returned as it is, not copied.
 *
 * Throws: TickscopeError `history-invalid` with the path of a value of the wrong kind.
 * Source: the SDK's historyFromJSON reads the same, but turns several of these into other values without a word.
 */
export function walkEventJson(event: JsonObject, findings: WalkFindings): WalkedEvent {
  const walk = new Walk(findings);
  const json = walk.message(EVENT_TYPE, event);
  return { json: isJsonObject(json) ? json : {}, isRegular: !walk.isIrregular };
}

/** One walk: where it stands, and whether it met keys that JSON.stringify would move. */
class Walk {
  isIrregular = false;
  readonly #path: (string | number)[] = [];
  readonly #findings: WalkFindings;
  readonly toPath = (): string => (this.#path.length === 0 ? 'the event' : this.#path.join('.'));

  constructor(findings: WalkFindings) {
    this.#findings = findings;
  }

  message(type: CompiledType, value: Json): Json {
    if (type.form === 'time') return this.#time(value, toCanonicalTime);
    if (type.form === 'duration') return this.#time(value, toCanonicalDuration);
    if (this.#path.length > DEEPEST) throw this.#invalid(`is nested deeper than ${DEEPEST} levels`);
    if (!isJsonObject(value)) {
      if (type.form !== 'message') this.#findings.isForeign = true;
      throw this.#invalid('is no object');
    }
    const walked = this.#fields(type, value);
    if (type.form === 'payload') this.#payload(value);
    return walked;
  }

  #fields(type: CompiledType, value: JsonObject): JsonObject {
    const keys = Object.keys(value);
    const entries: [string, Json][] = [];
    let isSame = true;
    let before = '';
    let oneof: string | undefined;
    for (const key of keys) {
      const given = value[key];
      if (given === undefined) continue;
      this.#path.push(key);
      const field = type.fields.get(key);
      const walked = field === undefined ? this.#unknown(type, key, given) : this.#field(field, given);
      if (field?.oneof !== undefined && walked !== undefined) {
        if (field.oneof === oneof)
          throw this.#invalid(`is a second one of ${oneof}, of which there can be one`);
        oneof = field.oneof;
      }
      this.#path.pop();
      if (walked !== given || key < before) isSame = false;
      before = key;
      if (walked !== undefined) entries.push([key, walked]);
    }
    return isSame ? value : toSortedObject(entries);
  }

  /** Absent when: the value is the same as none. */
  #field(field: CompiledField, value: Json): Json | undefined {
    if (value === null) return undefined;
    if (field.shape === 'list') return this.#list(field, value);
    if (field.shape === 'map') return this.#map(field, value);
    const walked = this.#value(field, value);
    if (!field.isImplicit || field.kind === 'message') return walked;
    if (field.kind === 'enum') return walked === field.enumeration.names.get(0) ? undefined : walked;
    return isDefaultScalar(field.scalar, walked) ? undefined : walked;
  }

  #list(field: CompiledField, value: Json): Json | undefined {
    if (!isJsonList(value)) throw this.#invalid('is no list');
    let isSame = true;
    const items = value.map((item, index) => {
      this.#path.push(index);
      const walked = this.#value(field, item);
      this.#path.pop();
      if (walked !== item) isSame = false;
      return walked;
    });
    if (items.length === 0) return undefined;
    return isSame ? value : items;
  }

  #map(field: CompiledField, value: Json): Json | undefined {
    if (!isJsonObject(value)) throw this.#invalid('is no object');
    let isSame = true;
    let before = '';
    const entries = Object.entries(value).map(([key, item]): [string, Json] => {
      this.#path.push(key);
      const walked = this.#value(field, item);
      this.#path.pop();
      if (isIndexKey(key)) this.isIrregular = true;
      if (walked !== item || key < before) isSame = false;
      before = key;
      return [key, walked];
    });
    if (entries.length === 0) return undefined;
    return isSame ? value : toSortedObject(entries);
  }

  #value(field: CompiledField, value: Json): Json {
    if (field.kind === 'message') return this.message(field.type, value);
    if (field.kind === 'enum') return this.#enum(field.enumeration, value);
    const walked = toCanonicalScalar(field.scalar, value, this.toPath);
    if (typeof value === 'number' && typeof walked === 'string') this.#findings.manners.add('ids as numbers');
    return walked;
  }

  #enum({ numbers, names, prefix }: CompiledEnum, value: Json): Json {
    if (typeof value === 'number') {
      if (!Number.isInteger(value) || Math.abs(value) > 2_147_483_647)
        throw this.#invalid('is no name of an enum');
      this.#findings.manners.add('enums as numbers');
      return names.get(value) ?? value + 0;
    }
    if (typeof value !== 'string') throw this.#invalid('is no name of an enum');
    const number = numbers.get(value);
    // Of two names for one number the descriptor's own is the canonical one.
    if (number !== undefined) return names.get(number) ?? value;
    // Old SDKs wrote `StartToClose`; the full name is the enum's own name in front: TIMEOUT_TYPE_START_TO_CLOSE.
    const full = numbers.get(`${prefix}${toScreamingCase(value)}`);
    if (full !== undefined) this.#findings.manners.add('old enum names');
    else note(this.#findings.unknownEnums, `${this.toPath()}=${value.slice(0, 80)}`);
    return (full === undefined ? undefined : names.get(full)) ?? value;
  }

  #time(value: Json, toText: (value: Json, toPath: () => string) => string): string {
    if (typeof value !== 'string') this.#findings.manners.add('times as objects');
    return toText(value, this.toPath);
  }

  #payload(value: JsonObject): void {
    const { metadata, data } = value;
    const encoding =
      isJsonObject(metadata) && Object.hasOwn(metadata, 'encoding') ? metadata.encoding : undefined;
    if (typeof encoding === 'string') {
      if (isReadablePayload(encoding, data)) this.#findings.isForeign = true;
      if ((data === undefined || data === null || data === '') && needsData(encoding)) {
        note(this.#findings.emptyPayloads, this.toPath());
      }
    }
  }

  #unknown(type: CompiledType, key: string, value: Json): Json {
    const isOtherName = type.aliases.has(key) || (type.wrappers.has(key) && isJsonObject(value));
    if (isOtherName || type.form === 'payload') this.#findings.isForeign = true;
    note(this.#findings.unknownFields, this.toPath());
    if (isIndexKey(key)) this.isIrregular = true;
    const seen = { isIrregular: this.isIrregular };
    const sorted = toSortedJson(value, seen, this.toPath);
    this.isIrregular = seen.isIrregular;
    return sorted;
  }

  #invalid(what: string): TickscopeError {
    return new TickscopeError('history-invalid', `${this.toPath()} ${what}.`);
  }
}

function note(into: Set<string>, text: string): void {
  if (into.size < MOST_FINDINGS) into.add(text);
}
