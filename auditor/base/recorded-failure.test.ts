import { expect, test } from 'vitest';
import { toRecordedFailure, toTimeoutType } from './recorded-failure.ts';

test('an application failure keeps message and type', () => {
  const failure = { message: 'boom', applicationFailureInfo: { type: 'ServerError' } };
  expect(toRecordedFailure(failure)).toEqual({ message: 'boom', type: 'ServerError' });
});

test('a timeout says which one', () => {
  const failure = { message: 'x', timeoutFailureInfo: { timeoutType: 'TIMEOUT_TYPE_HEARTBEAT' } };
  expect(toRecordedFailure(failure)).toEqual({ message: 'x', timeoutType: 'HEARTBEAT' });
  expect(toTimeoutType(undefined)).toBe('UNSPECIFIED');
});

test('what is no failure gives nothing', () => {
  for (const value of [undefined, null, 'x', {}, [], { cause: {} }]) {
    expect(toRecordedFailure(value)).toBeUndefined();
  }
});
