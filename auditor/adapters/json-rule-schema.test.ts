import { expect, test } from 'vitest';
import { jsonRuleSchema } from './json-rule-schema.ts';

test('a pattern that could take for ever is refused', () => {
  expect(jsonRuleSchema.safeParse({ name: 'x', activityType: 'call.+' }).success).toBe(true);
  expect(jsonRuleSchema.safeParse({ name: 'x', activityType: '(a+)+' }).success).toBe(false);
});

test('unknown members and pointers that are none are refused', () => {
  expect(jsonRuleSchema.safeParse({ name: 'x', activityType: 'a', model: '/a' }).success).toBe(false);
  expect(jsonRuleSchema.safeParse({ name: 'x', activityType: 'a', requestModel: 'input' }).success).toBe(
    false,
  );
  expect(jsonRuleSchema.safeParse({ name: 'My Rule', activityType: 'a' }).success).toBe(false);
});
