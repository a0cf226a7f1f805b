import { checkInput } from './check-input.ts';
import { makeInput } from './make-input.ts';

/** A part of the items of a seed. */
export type FuzzItems = { readonly seed: number; readonly from: number; readonly to: number };

/** An item that showed a mistake. */
export type Found = { readonly index: number; readonly name: string; readonly message: string };

/** What became of many items: how many of each outcome (`accepted canonical-json`, `refused history-invalid`), and what was found. */
export type FuzzResult = { readonly outcomes: ReadonlyMap<string, number>; readonly found: readonly Found[] };

/** Makes items and checks each. `onItem` is told the number of the next one before it is made. */
export function fuzzItems({ seed, from, to }: FuzzItems, onItem?: (index: number) => void): FuzzResult {
  const outcomes = new Map<string, number>();
  const found: Found[] = [];
  for (let index = from; index < to; index++) {
    onItem?.(index);
    const { name, bytes } = makeInput(seed, index);
    try {
      const { kind, as } = checkInput(bytes);
      const key = `${kind} ${as}`;
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    } catch (error) {
      found.push({ index, name, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { outcomes, found };
}
