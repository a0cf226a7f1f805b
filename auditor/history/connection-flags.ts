import type { ClientConfigProfile, ConfigDataSource } from '@temporalio/envconfig';

/** What a command line says about a server, as Temporal's CLI names it. */
export type ConnectionFlags = {
  readonly address?: string;
  readonly namespaces?: readonly string[];
  readonly apiKey?: string;
  /** `false`: no TLS, whatever else is set. */
  readonly tls?: boolean;
  readonly tlsCertPath?: string;
  readonly tlsCertData?: string;
  readonly tlsKeyPath?: string;
  readonly tlsKeyData?: string;
  readonly tlsCaPath?: string;
  readonly tlsCaData?: string;
  readonly tlsServerName?: string;
  readonly tlsDisableHostVerification?: boolean;
  readonly profile?: string;
  readonly configFile?: string;
  /** Header → value. */
  readonly grpcMeta?: ReadonlyMap<string, string>;
};

/** The profile, with what the flags say instead. */
export function withFlags(profile: ClientConfigProfile, flags: ConnectionFlags): ClientConfigProfile {
  const { address = profile.address, apiKey = profile.apiKey } = flags;
  const tls = toTls(profile, flags);
  const metadata = [...Object.entries(profile.grpcMeta ?? {}), ...(flags.grpcMeta ?? [])];
  return {
    ...profile,
    ...(address === undefined ? {} : { address }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(tls === undefined ? {} : { tls }),
    ...(metadata.length === 0 ? {} : { grpcMeta: Object.fromEntries(metadata) }),
  };
}

function toTls(profile: ClientConfigProfile, flags: ConnectionFlags): ClientConfigProfile['tls'] {
  const clientCert = toSource(flags.tlsCertPath, flags.tlsCertData);
  const clientKey = toSource(flags.tlsKeyPath, flags.tlsKeyData);
  const serverCACert = toSource(flags.tlsCaPath, flags.tlsCaData);
  const given = {
    ...(clientCert === undefined ? {} : { clientCert }),
    ...(clientKey === undefined ? {} : { clientKey }),
    ...(serverCACert === undefined ? {} : { serverCACert }),
    ...(flags.tlsServerName === undefined ? {} : { serverName: flags.tlsServerName }),
  };
  const asked =
    flags.tls ?? (flags.tlsDisableHostVerification || Object.keys(given).length > 0 ? true : undefined);
  if (asked === undefined) return profile.tls;
  return { ...profile.tls, ...given, disabled: !asked };
}

function toSource(path: string | undefined, data: string | undefined): ConfigDataSource | undefined {
  if (path !== undefined) return { path };
  return data === undefined ? undefined : { data };
}
