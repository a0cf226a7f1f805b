import { expect, test } from 'vitest';
import { createUnverifiedCredentials } from './unverified-credentials.ts';

test('the key goes where the client would put it, the name where gRPC looks for it', () => {
  const options = createUnverifiedCredentials({
    tls: { serverNameOverride: 'temporal.example' },
    apiKey: 'open-sesame',
    metadata: { 'x-desk': 'one' },
  });
  expect(options).toMatchObject({
    metadata: { 'x-desk': 'one', Authorization: 'Bearer open-sesame' },
    channelArgs: { 'grpc.ssl_target_name_override': 'temporal.example' },
  });
  expect(options).not.toHaveProperty('apiKey');
  expect(options).not.toHaveProperty('tls');
});

test('nothing but encryption was asked for', () => {
  const options = createUnverifiedCredentials({ tls: true, apiKey: undefined, metadata: undefined });
  expect(Object.keys(options)).toEqual(['credentials', 'metadata']);
  expect(options.metadata).toEqual({});
});
