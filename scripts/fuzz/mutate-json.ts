import type { Json } from '#auditor/model/history-event.ts';
import type { Random } from './random.ts';

type Place = { readonly holder: Json[] | { [key: string]: Json }; readonly key: string | number };

/** What JSON.stringify would not write as it is meant stands in marks, which `writeJson` takes away. */
const raw = (text: string): string => `\u0001${text}\u0001`;

const VALUES: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => 9_007_199_254_740_991,
  () => '',
  () => '0',
  () => '-9223372036854775808',
  () => '99999999999999999999',
  () => 'BUY',
  () => 'EVENT_TYPE_COMET',
  () => 'WorkflowExecutionStarted',
  () => '2026-02-30T00:00:00Z',
  () => '2026-11-23T20:41:01.5+02:00',
  () => '-1.5s',
  () => 'aGl=',
  () => '\u2028 é 買',
  () => [],
  () => ({}),
  () => ({ low: 1, high: -1 }),
  () => ({ seconds: '1', nanos: 5 }),
  () => ({ metadata: { encoding: 'json/plain' }, data: 'BUY' }),
  () => raw('9007199254740993'),
  () => raw('1e999'),
  () => raw('-0'),
  () => raw('"\\ud800"'),
  () => raw(`${'['.repeat(300)}${']'.repeat(300)}`),
  () => raw(`${'{"cause":'.repeat(2_000)}1${'}'.repeat(2_000)}`),
];

const KEYS = [
  '__proto__',
  'constructor',
  '10',
  '',
  'comet',
  'event_id',
  'Attributes',
  'payloads',
  'data',
  'metadata',
] as const;

/** Changes one thing in a JSON value that nobody else holds. */
export function mutateJson(value: Json, random: Random): void {
  const places: Place[] = [];
  collect(value, places);
  const place = places[random.below(places.length)];
  if (place === undefined) return;
  random.pick([setValue, setValue, remove, duplicate, swap, rename, add, setEnum, setReference])(
    place,
    random,
    places,
  );
}

/** Text of a mutated value. */
export function writeJson(value: Json): string {
  return JSON.stringify(value).replace(/"\\u0001(.*?)\\u0001"/g, (_, text: string) =>
    JSON.parse(`"${text}"`),
  );
}

function collect(value: unknown, into: Place[]): void {
  if (Array.isArray(value)) {
    for (const [key, item] of value.entries()) {
      into.push({ holder: value, key });
      collect(item, into);
    }
  } else if (isHolder(value)) {
    for (const [key, item] of Object.entries(value)) {
      into.push({ holder: value, key });
      collect(item, into);
    }
  }
}

const isHolder = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null;

function setValue({ holder, key }: Place, random: Random): void {
  put(holder, key, random.pick(VALUES)());
}

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function duplicate({ holder, key }: Place, random: Random): void {
  const copy = structuredClone(Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? null;
  if (Array.isArray(holder)) holder.splice(random.below(holder.length + 1), 0, copy);
  else put(holder, random.pick(KEYS), copy);
}

function swap(place: Place, random: Random, places: readonly Place[]): void {
  // Inside the same list or object, where both may still be valid.
  const others = places.filter(({ holder }) => holder === place.holder);
  const other = others[random.below(others.length)];
  if (other === undefined) return;
  const [a, b] = [get(place), get(other)];
  put(place.holder, place.key, b);
  put(other.holder, other.key, a);
}

function rename({ holder, key }: Place, random: Random): void {
  if (Array.isArray(holder)) return;
  const value = holder[key] ?? null;
  delete holder[key];
  const snake = String(key).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  put(holder, random.chance(0.5) ? snake : random.pick(KEYS), value);
}

function add({ holder }: Place, random: Random): void {
  if (Array.isArray(holder)) holder.splice(random.below(holder.length + 1), 0, random.pick(VALUES)());
  else put(holder, random.pick(KEYS), random.pick(VALUES)());
}

function setEnum(_place: Place, random: Random, places: readonly Place[]): void {
  const enums = places.filter((place) => /^[A-Z]+(?:_[A-Z]+)+$/.test(String(get(place))));
  const place = enums[random.below(enums.length)];
  if (place === undefined) return;
  const name = String(get(place));
  const values = [`${name}_X`, name.toLowerCase(), 9999, -1, name.replace(/^[A-Z]+_/, ''), 0] as const;
  put(place.holder, place.key, random.pick(values));
}

/** Lets an event name another one. */
function setReference(_place: Place, random: Random, places: readonly Place[]): void {
  const references = places.filter(({ key }) => /.Event_?Id$|_event_id$/i.test(String(key)));
  const place = references[random.below(references.length)];
  if (place !== undefined) put(place.holder, place.key, String(random.below(12) - 1));
}

/** Puts the end of another history in the place of one's own, at the same event or at another. */
export function spliceJson(value: Json, other: Json, random: Random): void {
  const [events, more] = [findEvents(value), findEvents(other)];
  const cut = 1 + random.below(events.length);
  const from = random.chance(0.8) ? cut : random.below(more.length + 1);
  events.splice(cut, events.length, ...structuredClone(more.slice(from)));
}

/** The list that is longest: no other is as long as that of the events. */
function findEvents(value: Json): Json[] {
  const places: Place[] = [{ holder: [value], key: 0 }];
  collect(value, places);
  const lists = places.map(get).filter((item): item is Json[] => Array.isArray(item));
  return lists.reduce<Json[]>((longest, list) => (list.length > longest.length ? list : longest), []);
}

/** Writes a key of an object in a text once more, with another value or the same. */
export function repeatKey(text: string, random: Random): string {
  const keys = [...text.matchAll(/"[\w-]{1,60}":(?:"[^"\\]{0,60}"|\d+)?/g)];
  const found = keys[random.below(keys.length)];
  if (found === undefined) return text;
  const [member] = found;
  const copy = member.endsWith(':') || random.chance(0.5) ? member.replace(/:.*$/s, ':"0"') : member;
  return `${text.slice(0, found.index)}${copy},${text.slice(found.index)}`;
}

function get({ holder, key }: Place): Json {
  return (Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? null;
}

function put(holder: Place['holder'], key: string | number, value: Json): void {
  // An assignment to __proto__ would set no key.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
