import { isJsonList } from '../base/json-members.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';

/**
 * Refuses a JSON text in which an object has a key twice: JSON.parse takes the last of both, other readers the first.
 *
 * @param value what JSON.parse made of it
 * @param members how many members the objects in it have, as counted in the text
 * @param where in front of the message
 * Throws: TickscopeError `history-invalid`.
 */
export function checkKeys(value: Json, members: number, toText: () => string, where = ''): void {
  if (countMembers(value) === members) return;
  const key = JSON.stringify(findRepeatedKey(toText())?.slice(0, 80));
  throw new TickscopeError('history-invalid', `${where} has the key ${key} twice in one object.`.trimStart());
}

/** At any depth. Not by recursion: what is nested without end is refused later. */
function countMembers(value: Json): number {
  const open: (JsonObject | readonly Json[])[] = [];
  const add = (item: Json | undefined): void => {
    if (typeof item === 'object' && item !== null) open.push(item);
  };
  let count = 0;
  add(value);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isJsonList(next)) next.forEach(add);
    else {
      // Three times as fast as Object.values: a value of JSON inherits nothing that is enumerable.
      for (const key in next) {
        count++;
        add(next[key]);
      }
    }
  }
  return count;
}

/** Absent when: no key stands twice in one object of a JSON text. */
function findRepeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  let key = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      const start = at;
      at = findQuote(text, at + 1);
      key = text.slice(start, at + 1);
    } else if (char === '{' || char === '[') open.push(new Set());
    else if (char === '}' || char === ']') open.pop();
    else if (char === ':') {
      // The same key may be written with and without escapes.
      const name = String(JSON.parse(key));
      if (open.at(-1)?.has(name)) return name;
      open.at(-1)?.add(name);
    }
  }
  return undefined;
}

/** Where the text ends whose inside begins at `from`. */
function findQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
