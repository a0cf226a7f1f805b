import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { configSchema } from './config-schema.ts';

const PAGE = new URL('../../docs/configuration.md', import.meta.url);

/** One row for each member, with its description; members of members by their path. */
function toRows(schema: z.ZodType, path: readonly string[] = []): readonly string[] {
  const inner =
    schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([key, member]) => {
    if (!(member instanceof z.ZodType)) throw new Error(`${key} is no schema`);
    const name = [...path, key];
    return [`| \`${name.join('.')}\` | ${member.description} |`, ...toRows(member, name)];
  });
}

test('docs/configuration.md lists what the file may hold', () => {
  const table = /<!-- tickscope\.json -->\n([\s\S]*?)\n<!-- end -->/.exec(readFileSync(PAGE, 'utf8'))?.[1];
  expect(table?.split('\n')).toEqual(['| key | meaning |', '|---|---|', ...toRows(configSchema)]);
});

test('every member says what it is', () => {
  expect(toRows(configSchema).filter((row) => row.includes('undefined'))).toEqual([]);
});
