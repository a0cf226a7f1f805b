import type { Json } from '../model/history-event.ts';

/** Deeper values overflow the stack of whoever writes them as JSON again. No honest payload comes near. */
export const DEEPEST_VALUE = 500;

/** Whether a value nests deeper than a number of levels. Never looks deeper than that itself. */
export function isNestedDeeper(value: Json, levels = DEEPEST_VALUE): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((child) => isNestedDeeper(child, levels - 1));
}
