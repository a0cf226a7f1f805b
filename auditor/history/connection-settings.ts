import type { ConnectionOptions } from '@temporalio/client';
import { type ClientConfigProfile, loadClientConfigProfile, toClientOptions } from '@temporalio/envconfig';
import { TickscopeError } from '../base/tickscope-error.ts';
import { type ConnectionFlags, withFlags } from './connection-flags.ts';
import { readHostFile } from './read-host-file.ts';
import { createSecretHider, type SecretHider } from './secret-hider.ts';
import { createUnverifiedCredentials } from './unverified-credentials.ts';

export type ConnectionSource = {
  /** Where a running host writes the address of its server. */
  readonly dataFolder: string;
  readonly env: Record<string, string | undefined>;
  /** Win over the environment. Absent when: none were given. */
  readonly flags?: ConnectionFlags;
};

export type ConnectionSettings = {
  readonly address: string;
  readonly namespaces: readonly [string, ...string[]];
  /** Holds secrets: do not print. */
  readonly options: ConnectionOptions;
  readonly hideSecrets: SecretHider;
};

const DEFAULT_ADDRESS = '127.0.0.1:7233';

/**
 * Where to connect: flags, else TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, TEMPORAL_TLS_…, TEMPORAL_GRPC_META_…, else the profile
 * of TEMPORAL_CONFIG_FILE, else the server of the host of this data folder, else 127.0.0.1:7233.
 *
 * Throws: TickscopeError `wrong-usage` when they cannot be read or do not go together. No message holds a secret.
 */
export function readConnectionSettings(source: ConnectionSource): ConnectionSettings {
  const { dataFolder, flags = {} } = source;
  // One set to nothing counts as not set.
  const env = Object.fromEntries(
    Object.entries(source.env).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  const profile = withFlags(loadProfile(env, flags), flags);
  const host = profile.address === undefined ? readHostFile(dataFolder) : undefined;
  const [namespace = profile.namespace ?? host?.namespace ?? 'default', ...more] = new Set(flags.namespaces);
  const verified = !(
    flags.tlsDisableHostVerification ?? /^(1|true)$/.test(env.TEMPORAL_TLS_DISABLE_HOST_VERIFICATION ?? '')
  );
  return {
    address: profile.address ?? host?.address ?? DEFAULT_ADDRESS,
    namespaces: [namespace, ...more],
    // The host's own server takes plain calls without a key: nobody's secrets are its business.
    options: host === undefined ? toOptions(profile, verified ? 'verified' : 'unverified') : {},
    hideSecrets: createSecretHider([profile.apiKey, ...Object.values(profile.grpcMeta ?? {})]),
  };
}

function loadProfile(env: Record<string, string>, { profile, configFile }: ConnectionFlags) {
  try {
    return loadClientConfigProfile({
      overrideEnvVars: { ...env, ...(configFile === undefined ? {} : { TEMPORAL_CONFIG_FILE: configFile }) },
      ...(profile === undefined ? {} : { profile }),
    });
  } catch (error) {
    throw unreadable(error);
  }
}

function toOptions(profile: ClientConfigProfile, hosts: 'verified' | 'unverified'): ConnectionOptions {
  const { apiKey, grpcMeta } = profile;
  for (const value of [apiKey, ...Object.values(grpcMeta ?? {})]) {
    // gRPC would quote the value in its error.
    if (/[^\x20-\x7e]/.test(value ?? ''))
      throw refused('The API key or a gRPC header has characters that no header may have');
  }
  const tls = readTls(profile);
  if (hosts === 'unverified' && tls) {
    return createUnverifiedCredentials({ tls, apiKey, metadata: grpcMeta });
  }
  return {
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(tls === undefined ? {} : { tls }),
    ...(grpcMeta === undefined ? {} : { metadata: grpcMeta }),
  };
}

function readTls(profile: ClientConfigProfile) {
  const { tls } = profile;
  if ((tls?.clientCert === undefined) !== (tls?.clientKey === undefined)) {
    throw refused('A client certificate and its key belong together: give both');
  }
  try {
    return toClientOptions(profile).connectionOptions.tls;
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): TickscopeError {
  // What follows the first line quotes the file, and with it keys.
  const [why] = (error instanceof Error ? error.message : String(error)).split('\n');
  return refused(`Temporal's client configuration cannot be read: ${why}`);
}

const refused = (what: string): TickscopeError => new TickscopeError('wrong-usage', `${what}.`);
