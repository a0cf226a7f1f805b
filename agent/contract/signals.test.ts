import { describe, expect, it } from 'vitest';
import { bySchema, injectedNewsSchema } from './signals.ts';

const BY = { by: 'risk-desk', reason: 'strange market' };
const NEWS = { headline: 'Strike 😀', sentiment: -1, by: 'risk-desk' };

describe('by', () => {
  it.each([BY, { by: 'x'.repeat(200), reason: '' }, { by: 'x', reason: 'y'.repeat(500) }])(
    'takes %#',
    (value) => {
      expect(bySchema.safeParse(value).success).toBe(true);
    },
  );

  it.each([
    undefined,
    { by: 'risk-desk' },
    { ...BY, by: '' },
    { ...BY, by: 'x'.repeat(201) },
    { ...BY, by: '\ud800' },
    { ...BY, reason: 'y'.repeat(501) },
    { ...BY, reason: 'a\udc00' },
    { ...BY, extra: 1 },
  ])('refuses %#', (value) => {
    expect(bySchema.safeParse(value).success).toBe(false);
  });
});

describe('injected news', () => {
  it.each([NEWS, { ...NEWS, headline: 'x'.repeat(500), sentiment: 1 }])('takes %#', (value) => {
    expect(injectedNewsSchema.safeParse(value).success).toBe(true);
  });

  it.each([
    { ...NEWS, headline: '' },
    { ...NEWS, headline: 'x'.repeat(501) },
    { ...NEWS, headline: 'Strike \ud83d' },
    { ...NEWS, sentiment: -1.01 },
    { ...NEWS, by: 'x'.repeat(201) },
    { ...NEWS, by: '\udfff' },
    { ...NEWS, extra: 1 },
  ])('refuses %#', (value) => {
    expect(injectedNewsSchema.safeParse(value).success).toBe(false);
  });
});
