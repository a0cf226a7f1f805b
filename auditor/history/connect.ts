import { Connection } from '@temporalio/client';
import { TickscopeError } from '../base/tickscope-error.ts';
import {
  type ConnectionSettings,
  type ConnectionSource,
  readConnectionSettings,
} from './connection-settings.ts';
import type { SecretHider } from './secret-hider.ts';
import { toServerError } from './server-error.ts';
import { keepUnknownFields } from './unknown-fields.ts';

/** One namespace of a server from which histories are read. Close it. */
export type HistoryServer = {
  readonly address: string;
  readonly namespace: string;
  readonly connection: Connection;
  /** For texts of the server before they are shown. */
  readonly hideSecrets: SecretHider;
  /** Closes the connection, when all that share it are closed. */
  readonly close: () => Promise<void>;
};

const CONNECT_TIMEOUT_MS = 5_000;

// gRPC waits up to two minutes between its attempts: events would be that late after a restart of the server.
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 };

/**
 * Connects to one namespace; see `readConnectionSettings` for where.
 *
 * Throws: TickscopeError `server-unreachable`, `namespace-not-found`, or `wrong-usage`, also when several namespaces are named.
 */
export async function connect(source: ConnectionSource): Promise<HistoryServer> {
  const settings = readConnectionSettings(source);
  if (settings.namespaces.length > 1) {
    throw new TickscopeError('wrong-usage', `Name one namespace, not ${settings.namespaces.join(' and ')}.`);
  }
  return await openNamespace(openConnection(settings), settings.namespaces[0]);
}

/**
 * Connects to every namespace that is named, over one connection.
 *
 * Throws: as `connect`, for the first namespace that fails; none is open then.
 */
export async function connectAll(source: ConnectionSource): Promise<readonly HistoryServer[]> {
  const settings = readConnectionSettings(source);
  const shared = openConnection(settings, settings.namespaces.length);
  const opened = await Promise.allSettled(
    settings.namespaces.map((namespace) => openNamespace(shared, namespace)),
  );
  const servers = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = opened.find((result) => result.status === 'rejected');
  if (failed === undefined) return servers;
  await Promise.all(servers.map((server) => server.close()));
  throw failed.reason;
}

type Shared = Omit<HistoryServer, 'namespace'>;

function openConnection({ address, options, hideSecrets }: ConnectionSettings, users = 1): Shared {
  keepUnknownFields();
  const connection = createConnection(address, options);
  let left = users;
  const close = async (): Promise<void> => {
    left -= 1;
    if (left === 0) await connection.close();
  };
  return { address, connection, hideSecrets, close };
}

function createConnection(address: string, options: ConnectionSettings['options']): Connection {
  try {
    // No retries inside: whoever calls says what is lost and tries again.
    return Connection.lazy({
      ...options,
      address,
      connectTimeout: CONNECT_TIMEOUT_MS,
      interceptors: [],
      channelArgs: { ...options.channelArgs, ...RECONNECT },
    });
  } catch (cause) {
    const what = `${JSON.stringify(address)} is no address of a Temporal server: host:port is expected`;
    const message = `${what}. It stands in --address, TEMPORAL_ADDRESS or the profile (--profile).`;
    throw new TickscopeError('wrong-usage', message, { cause });
  }
}

async function openNamespace(shared: Shared, namespace: string): Promise<HistoryServer> {
  const { address, connection, hideSecrets } = shared;
  try {
    // Not ensureConnected(): it waits out the limit for a server that refuses, and does not say why it did.
    await connection.withDeadline(Date.now() + CONNECT_TIMEOUT_MS, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
  } catch (error) {
    await shared.close();
    throw toServerError(error, { address, namespace, hideSecrets });
  }
  return { ...shared, namespace, close: once(shared.close) };
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= close();
    return closed;
  };
}
