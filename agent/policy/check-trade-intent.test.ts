import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type GuardrailInput, guardrailVerdictSchema } from '../contract/guardrail.ts';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { ALL_RULES } from './all-rules.ts';
import { checkTradeIntent } from './check-trade-intent.ts';

it('allows what every rule lets pass, and records them all', () => {
  const verdict = checkTradeIntent(toGuardrailInput());
  expect(verdict).toMatchObject({ outcome: 'allow', notionalCents: 50 * 128_00, tradeId: 'w-t1' });
  expect(verdict.rules).toHaveLength(ALL_RULES.length);
});

it('asks when a rule asks and none blocks', () => {
  expect(checkTradeIntent(toGuardrailInput({ intent: toIntent('SELL', 10) })).outcome).toBe('ask');
});

it('blocks when a rule blocks, whoever else asks, and still evaluates the rest', () => {
  const verdict = checkTradeIntent(toGuardrailInput({ intent: toIntent('SELL', 10), sentimentScore: -0.9 }));
  expect(verdict.outcome).toBe('block');
  const fired = verdict.rules.filter((rule) => rule.outcome !== 'pass').map((rule) => rule.rule);
  expect(fired).toEqual(['sentiment-floor', 'sell-needs-approval', 'negative-sentiment']);
});

const anyInput: fc.Arbitrary<GuardrailInput> = fc
  .record({
    action: fc.constantFrom('BUY' as const, 'SELL' as const),
    quantity: fc.integer({ min: 1, max: 100 }),
    priceCents: fc.integer({ min: 1, max: 100_000_00 }),
    sentimentScore: fc.double({ min: -1, max: 1, noNaN: true }),
    cashCents: fc.integer({ min: 0, max: 1_000_000_00 }),
    positionQty: fc.integer({ min: 0, max: 1000 }),
    dailyNotionalCents: fc.integer({ min: 0, max: 300_000_00 }),
    text: fc.constantFrom('calm', 'fraud', 'SEC probe'),
  })
  .map(({ action, quantity, cashCents, positionQty, text, ...rest }) =>
    toGuardrailInput({
      ...rest,
      intent: toIntent(action, quantity),
      account: { cashCents, positionQty, avgCostCents: 0, realizedPnlCents: 0 },
      headlines: [{ text, source: 's', publishedAt: '2026-01-20T20:00:00Z' }],
    }),
  );

const STRICTNESS = { allow: 0, ask: 1, block: 2 };

it('gets no milder by one more rule', () => {
  fc.assert(
    fc.property(
      anyInput,
      fc.shuffledSubarray([...ALL_RULES]),
      fc.constantFrom(...ALL_RULES),
      (input, some, more) => {
        const before = checkTradeIntent(input, some).outcome;
        const after = checkTradeIntent(input, [...some, more]).outcome;
        expect(STRICTNESS[after]).toBeGreaterThanOrEqual(STRICTNESS[before]);
      },
    ),
  );
});

it('never allows what would overdraw the account, and always gives a verdict of the recorded form', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const verdict = checkTradeIntent(input);
      const { intent, account } = input;
      const overdrawn =
        intent.action === 'BUY'
          ? verdict.notionalCents > account.cashCents
          : intent.quantity > account.positionQty;
      if (overdrawn) expect(verdict.outcome).toBe('block');
      if (intent.action === 'SELL') expect(verdict.outcome).not.toBe('allow');
      expect(guardrailVerdictSchema.parse(verdict)).toEqual(verdict);
    }),
  );
});
