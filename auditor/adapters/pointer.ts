import { isJsonList, member } from '../base/json-members.ts';
import type { Json } from '../model/history-event.ts';

/** Steps of an RFC 6901 pointer, in which `*` stands for every index of a list. */
type Pointer = readonly string[];

/** A value, and the way to it from where the search began. */
export type Found = { readonly value: Json; readonly path: readonly (string | number)[] };

/** Throws: never; a text without `/` points at the whole. */
export function parsePointer(text: string): Pointer {
  const [, ...steps] = text.split('/');
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Everything that a pointer points at. Order: of the lists. Empty when: there is nothing. */
export function findAll(value: Json | undefined, [step, ...rest]: Pointer): readonly Found[] {
  if (value === undefined) return [];
  if (step === undefined) return [{ value, path: [] }];
  if (!isJsonList(value)) return under(findAll(member(value, step), rest), step);
  if (step === '*') return value.flatMap((item, index) => under(findAll(item, rest), index));
  const index = /^(?:0|[1-9]\d{0,8})$/.test(step) ? Number(step) : -1;
  return index < 0 ? [] : under(findAll(value[index], rest), index);
}

function under(found: readonly Found[], step: string | number): readonly Found[] {
  return found.map(({ value, path }) => ({ value, path: [step, ...path] }));
}
