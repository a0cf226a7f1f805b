import type { Command } from 'commander';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { ConnectionFlags } from '../history/connection-flags.ts';

/** Flags of Temporal's CLI, by its names. */
const OPTIONS = [
  [
    '--address <host:port>',
    'Temporal server (default: TEMPORAL_ADDRESS, the profile, the app, 127.0.0.1:7233)',
  ],
  ['--api-key <key>', 'API key; other users of this machine do not see it in TEMPORAL_API_KEY'],
  ['--tls', 'use TLS'],
  ['--no-tls', 'use no TLS'],
  ['--tls-cert-path <file>', "client's certificate"],
  ['--tls-cert-data <pem>', "client's certificate, itself"],
  ['--tls-key-path <file>', "client's private key"],
  ['--tls-key-data <pem>', "client's private key, itself"],
  ['--tls-ca-path <file>', "certificate of who signed the server's"],
  ['--tls-ca-data <pem>', "certificate of who signed the server's, itself"],
  ['--tls-server-name <name>', "name that the server's certificate must have"],
  ['--tls-disable-host-verification', 'accept any certificate of the server'],
  ['--profile <name>', 'profile of the Temporal configuration file (default: TEMPORAL_PROFILE)'],
  ['--config-file <file>', 'Temporal configuration file (default: TEMPORAL_CONFIG_FILE)'],
] as const;

const text = z.string().exactOptional();
const flagsSchema = z.object({
  address: text,
  namespace: z.array(z.string()).exactOptional(),
  apiKey: text,
  tls: z.boolean().exactOptional(),
  tlsCertPath: text,
  tlsCertData: text,
  tlsKeyPath: text,
  tlsKeyData: text,
  tlsCaPath: text,
  tlsCaData: text,
  tlsServerName: text,
  tlsDisableHostVerification: z.boolean().exactOptional(),
  profile: text,
  configFile: text,
  grpcMeta: z.array(z.string()).exactOptional(),
});

/** Adds the options that say which Temporal server is read. */
export function addConnectionOptions(command: Command): Command {
  for (const [flags, description] of OPTIONS) command.option(flags, description);
  return command
    .option('-n, --namespace <name>', 'namespace; repeated where several are read', collect)
    .option('--grpc-meta <key=value>', 'gRPC header; may be repeated', collect);
}

/** Throws: TickscopeError `wrong-usage` for a header without `=`. */
export function readConnectionFlags(command: Command): ConnectionFlags {
  const { namespace, grpcMeta, ...flags } = flagsSchema.parse(command.opts());
  return {
    ...flags,
    ...(namespace === undefined ? {} : { namespaces: namespace }),
    ...(grpcMeta === undefined ? {} : { grpcMeta: toPairs('--grpc-meta', grpcMeta) }),
  };
}

/** For options that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/** `key=value` arguments. Throws: TickscopeError `wrong-usage`, without the argument: it may be a secret. */
export function toPairs(flag: string, pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new TickscopeError('wrong-usage', `${flag} takes key=value.`);
      return [pair.slice(0, at).toLowerCase(), pair.slice(at + 1)];
    }),
  );
}
