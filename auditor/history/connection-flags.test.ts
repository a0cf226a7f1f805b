import { expect, test } from 'vitest';
import { withFlags } from './connection-flags.ts';

const PROFILE = {
  address: 'profile:7233',
  apiKey: 'profile-key',
  tls: { serverName: 'profile.example', clientCert: { path: 'p.pem' }, clientKey: { path: 'p.key' } },
  grpcMeta: { 'x-a': '1', 'x-b': '2' },
};

test('no flags, no change', () => {
  expect(withFlags(PROFILE, {})).toEqual(PROFILE);
  expect(withFlags({}, {})).toEqual({});
});

test('each flag replaces its part alone', () => {
  const flags = { address: 'flag:7233', tlsCertData: 'PEM', grpcMeta: new Map([['x-b', '3']]) };
  expect(withFlags(PROFILE, flags)).toEqual({
    address: 'flag:7233',
    apiKey: 'profile-key',
    tls: {
      serverName: 'profile.example',
      clientCert: { data: 'PEM' },
      clientKey: { path: 'p.key' },
      disabled: false,
    },
    grpcMeta: { 'x-a': '1', 'x-b': '3' },
  });
});

test('TLS can be turned on and off', () => {
  expect(withFlags({}, { tls: true }).tls).toEqual({ disabled: false });
  expect(withFlags({}, { tlsDisableHostVerification: true }).tls).toEqual({ disabled: false });
  expect(withFlags(PROFILE, { tls: false }).tls).toMatchObject({ disabled: true });
});
