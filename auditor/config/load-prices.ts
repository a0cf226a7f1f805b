import { z } from 'zod';
import type { ModelPrice, PriceTable } from '../base/estimate-cost.ts';
import { createMatcher, findPatternFault } from '../base/safe-pattern.ts';
import { parseJsonFile } from './parse-json-file.ts';

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,9}))?$/;

const nanos = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(DECIMAL, 'is no decimal with at most 9 places'))
  .transform(toNanos);

const model = z
  .strictObject({
    /** The model's whole name. */
    model: z.string().exactOptional(),
    /** A regular expression that the whole name must match. */
    pattern: z.string().exactOptional(),
    inputPerMillion: nanos,
    cachedInputPerMillion: nanos.exactOptional(),
    cacheWritePerMillion: nanos.exactOptional(),
    outputPerMillion: nanos.exactOptional(),
  })
  .superRefine((price, context) => {
    const fault = price.pattern === undefined ? undefined : findPatternFault(price.pattern);
    if (fault !== undefined) context.addIssue({ code: 'custom', path: ['pattern'], message: fault });
    if ((price.model === undefined) === (price.pattern === undefined)) {
      context.addIssue({ code: 'custom', message: 'names its model by model or by pattern' });
    }
  });

const tableSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'is no ISO 4217 code'),
  asOf: z.iso.date(),
  source: z.string().min(1),
  models: z.array(model),
});

/** Reads what models cost. Throws: TickscopeError `wrong-usage` that names the file and what is wrong in it. */
export function loadPrices(file: string): PriceTable {
  const { models, ...table } = parseJsonFile(file, tableSchema);
  return { ...table, models: models.map(toPrice) };
}

function toPrice(price: z.infer<typeof model>): ModelPrice {
  const { cachedInputPerMillion, cacheWritePerMillion, outputPerMillion } = price;
  return {
    matches: price.pattern === undefined ? (name) => name === price.model : createMatcher(price.pattern),
    inputNanos: price.inputPerMillion,
    ...(cachedInputPerMillion === undefined ? {} : { cachedInputNanos: cachedInputPerMillion }),
    ...(cacheWritePerMillion === undefined ? {} : { cacheWriteNanos: cacheWritePerMillion }),
    ...(outputPerMillion === undefined ? {} : { outputNanos: outputPerMillion }),
  };
}

function toNanos(decimal: string): bigint {
  const [, whole = '0', fraction = ''] = DECIMAL.exec(decimal) ?? [];
  return BigInt(`${whole}${fraction.padEnd(9, '0')}`);
}
