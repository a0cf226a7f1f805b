import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { Json } from '#auditor/model/history-event.ts';
import { type BaseInput, listBaseInputs } from './base-inputs.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson, repeatKey, spliceJson, writeJson } from './mutate-json.ts';
import { createRandom, type Random, toItemSeed } from './random.ts';

/** A broken history, and what it was made of. */
type FuzzInput = { readonly name: string; readonly bytes: Buffer };

const BASES = listBaseInputs();

/** The item of a seed with a number. The same each time. */
export function makeInput(seed: number, index: number): FuzzInput {
  const random = createRandom(toItemSeed(seed, index));
  const base = random.pick(BASES);
  const mutated = mutate(base, random);
  const compressed = random.chance(0.02)
    ? (random.chance(0.5) ? gzipSync : zstdCompressSync)(mutated)
    : mutated;
  const isDamaged = compressed !== mutated && random.chance(0.5);
  return { name: base.name, bytes: isDamaged ? mutateBytes(compressed, random) : compressed };
}

/** A base as a file has it. */
export function toBytes(base: BaseInput): Buffer {
  return base.kind === 'binary' ? base.bytes : write(base, base.json);
}

function mutate(base: BaseInput, random: Random): Buffer {
  // Of JSON every third is broken as text, the rest in what it says: else hardly any would be read further than its first event.
  const asBytes = base.kind === 'binary' || random.chance(0.34);
  const changes = 1 + random.below(3);
  if (asBytes) {
    let bytes = toBytes(base);
    for (let change = 0; change < changes; change++) bytes = mutateBytes(bytes, random);
    return bytes;
  }
  const json: Json = structuredClone(base.json);
  if (random.chance(0.1)) return Buffer.from(repeatKey(write(base, json).toString(), random));
  const other = random.pick(BASES);
  if (other.kind !== 'binary' && random.chance(0.15)) spliceJson(json, structuredClone(other.json), random);
  else for (let change = 0; change < changes; change++) mutateJson(json, random);
  return write(base, json);
}

function write({ kind }: BaseInput, json: Json): Buffer {
  if (kind !== 'lines' || !Array.isArray(json)) return Buffer.from(writeJson(json));
  return Buffer.from(json.map((item) => `${writeJson(item)}\n`).join(''));
}
