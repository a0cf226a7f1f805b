import { expect, test } from 'vitest';
import { z } from 'zod';
import { toIssueTexts } from './issue-text.ts';

const say = (schema: z.ZodType, value: unknown) => toIssueTexts(schema.safeParse(value).error?.issues ?? []);

test.each<[z.ZodType, unknown, string]>([
  [z.string(), 1, 'is no text'],
  [z.string(), undefined, 'is missing'],
  [z.int(), 1.5, 'is no whole number'],
  [z.int().min(2).max(5), 9, 'must be at most 5'],
  [z.number(), 'sesame', 'is no number'],
  [z.boolean(), 'sesame', 'is no true or false'],
  [z.array(z.string()), {}, 'is no list'],
  [z.record(z.string(), z.string()), 'sesame', 'is no object'],
  [z.enum(['a', 'b']), 'sesame', 'is none of: a, b'],
  [z.string().min(1), '', 'is empty'],
  [z.string().min(3), 'x', 'must have at least 3 characters'],
  [z.string().max(3), 'sesame', 'must have at most 3 characters'],
  [z.int().min(2), 1, 'must be at least 2'],
  [z.array(z.string()).max(0), ['a'], 'must have at most 0 entries'],
  [z.iso.date(), 'sesame', 'is no date'],
  [z.string().regex(/^a$/), 'sesame', 'is no text of the right form'],
  [z.string().regex(/^a$/, 'is no a'), 'sesame', 'is no a'],
  [z.union([z.string(), z.number()]), true, 'is of none of the kinds that can stand here'],
  [z.custom(() => false), 'sesame', 'does not fit'],
])('%#: in our words, and without the value', (schema, value, text) => {
  expect(say(schema, value)).toBe(text);
});

test('several, each by its path', () => {
  const { error } = z
    .object({ a: z.object({ b: z.strictObject({ d: z.boolean() }), e: z.number() }), c: z.string() })
    .safeParse({ a: { b: { f: 1, g: 2 }, e: 'x' } });
  expect(toIssueTexts(error?.issues ?? [])).toBe(
    'a.b.d is missing; unknown keys a.b.f, a.b.g; a.e is no number; c is missing',
  );
});
