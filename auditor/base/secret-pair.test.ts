import { expect, test } from 'vitest';
import { DEFAULT_REDACTIONS } from './redactions.ts';
import { isNamedSecret, isSecretPair } from './secret-pair.ts';

test('a value that another member names', () => {
  const is = (object: Record<string, string>, key: string): boolean =>
    isNamedSecret(object, key, DEFAULT_REDACTIONS);
  expect(is({ name: 'Authorization', value: 's' }, 'value')).toBe(true);
  expect(is({ Value: 's', Key: 'API_KEY' }, 'Value')).toBe(true);
  expect(is({ header: 'cookie', values: 's' }, 'values')).toBe(true);
  expect(is({ name: 'Authorization', value: 's' }, 'name')).toBe(false);
  expect(is({ name: 'accept', value: 's' }, 'value')).toBe(false);
  expect(is({ value: 's' }, 'value')).toBe(false);
});

test('a pair of two', () => {
  expect(isSecretPair(['authorization', 's'], DEFAULT_REDACTIONS)).toBe(true);
  expect(isSecretPair(['authorization', 's', 't'], DEFAULT_REDACTIONS)).toBe(false);
  expect(isSecretPair(['accept', 's'], DEFAULT_REDACTIONS)).toBe(false);
  expect(isSecretPair([1, 's'], DEFAULT_REDACTIONS)).toBe(false);
});
