import { Command } from 'commander';
import { expect, test } from 'vitest';
import type { ConnectionFlags } from '../history/connection-flags.ts';
import { addConnectionOptions, readConnectionFlags } from './connection-options.ts';

function parse(...argv: readonly string[]): ConnectionFlags {
  const command = addConnectionOptions(new Command('pull'));
  command.parse(argv, { from: 'user' });
  return readConnectionFlags(command);
}

test('nothing given, nothing said', () => {
  expect(parse()).toEqual({});
});

test("Temporal's own names", () => {
  const flags = parse(
    ...['--address', 'cloud.example:7233', '-n', 'a', '--namespace', 'b', '--api-key', 'open-sesame'],
    ...['--tls', '--tls-ca-path', 'ca.pem', '--tls-server-name', 'x.example', '--profile', 'desk'],
    ...['--grpc-meta', 'X-Desk=one=1', '--grpc-meta', 'x-b=2', '--tls-disable-host-verification'],
  );
  expect(flags).toEqual({
    address: 'cloud.example:7233',
    namespaces: ['a', 'b'],
    apiKey: 'open-sesame',
    tls: true,
    tlsCaPath: 'ca.pem',
    tlsServerName: 'x.example',
    tlsDisableHostVerification: true,
    profile: 'desk',
    grpcMeta: new Map([
      ['x-desk', 'one=1'],
      ['x-b', '2'],
    ]),
  });
  expect(parse('--no-tls')).toEqual({ tls: false });
});

test('a header without a value is refused without repeating it', () => {
  expect(() => parse('--grpc-meta', 'sesame')).toThrow(/^--grpc-meta takes key=value\.$/);
});
