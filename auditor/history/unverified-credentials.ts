import { credentials } from '@grpc/grpc-js';
import type { ConnectionOptions, TLSConfig } from '@temporalio/client';

type Parts = {
  readonly tls: TLSConfig | true;
  readonly apiKey: string | undefined;
  readonly metadata: { readonly [header: string]: string } | undefined;
};

const toBuffer = (bytes: Uint8Array | undefined): Buffer | null => (bytes ? Buffer.from(bytes) : null);

/** TLS that encrypts and takes any server for the right one: the client's own `tls` option always verifies. */
export function createUnverifiedCredentials({ tls, apiKey, metadata }: Parts): ConnectionOptions {
  const {
    serverRootCACertificate: root,
    clientCertPair: pair,
    serverNameOverride: name,
  } = tls === true ? {} : tls;
  const channel = credentials.createSsl(toBuffer(root), toBuffer(pair?.key), toBuffer(pair?.crt), {
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  });
  return {
    credentials: channel,
    // The client takes no API key beside credentials; this is what it would send.
    metadata: { ...metadata, ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }) },
    ...(name === undefined
      ? {}
      : { channelArgs: { 'grpc.ssl_target_name_override': name, 'grpc.default_authority': name } }),
  };
}
