import { expect, test } from 'vitest';
import { TickscopeError } from '../base/tickscope-error.ts';
import { createSecretHider } from './secret-hider.ts';
import { isRefusedRequest, toQueryError, toServerError } from './server-error.ts';

const SERVER = {
  address: '127.0.0.1:7233',
  namespace: 'trading',
  hideSecrets: createSecretHider(['sesame']),
};

const grpcError = (code: number, details: string) =>
  Object.assign(new Error(`${code}: ${details}`), { code, details, metadata: {} });

test.each([
  [
    'server-unreachable',
    14,
    'No connection established',
    'Temporal at 127.0.0.1:7233 cannot be reached: No connection',
  ],
  ['server-unreachable', 4, 'Deadline exceeded', 'cannot be reached'],
  ['server-unreachable', 8, 'rate limit', 'cannot be reached'],
  [
    'namespace-not-found',
    5,
    'Namespace trading is not found.',
    'has no namespace trading. Set TEMPORAL_NAMESPACE',
  ],
  ['workflow-not-found', 5, 'workflow not found for ID: x', 'Workflow x is not known to Temporal'],
  ['wrong-usage', 3, 'Invalid RunId.', 'refuses: Invalid RunId.'],
  ['wrong-usage', 16, 'Request unauthorized.', 'Check --api-key (TEMPORAL_API_KEY), the namespace'],
])('%s: gRPC %d %s', (code, status, details, message) => {
  const error = toServerError(grpcError(status, details), SERVER, 'Workflow x');
  expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
});

test('a query that is not understood is named as that, with the reason', () => {
  expect(toQueryError(grpcError(3, 'no column Colour.'), SERVER, 'Colour = "red"')).toMatchObject({
    code: 'wrong-usage',
    message: expect.stringContaining('does not understand the query (--query): no column Colour. See'),
  });
  expect(toQueryError(grpcError(3, 'Invalid NextPageToken.'), SERVER, '').message).toContain('refuses');
  expect(toQueryError(grpcError(14, 'gone'), SERVER, 'x')).toMatchObject({ code: 'server-unreachable' });
});

test('an error of another kind is a server that cannot be reached', () => {
  expect(toServerError(new Error('Failed to connect before the deadline'), SERVER).code).toBe(
    'server-unreachable',
  );
  expect(toServerError('odd', SERVER).message).toContain('odd');
});

test('what is named already stays', () => {
  const error = new TickscopeError('history-invalid', 'x');
  expect(toServerError(error, SERVER)).toBe(error);
});

test('a refused request is told from a lost server', () => {
  expect(isRefusedRequest(toServerError(grpcError(3, 'Invalid NextPageToken.'), SERVER))).toBe(true);
  expect(isRefusedRequest(toServerError(grpcError(14, 'gone'), SERVER))).toBe(false);
  expect(isRefusedRequest(new Error('x'))).toBe(false);
});

test('what a server quotes of the key is not repeated', () => {
  const { message } = toServerError(grpcError(16, 'unknown key sesame'), SERVER);
  expect(message).toContain('unknown key [redacted]');
});
