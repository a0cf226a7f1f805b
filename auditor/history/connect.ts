import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { TickscopeError } from '../base/tickscope-error.ts';
import { readHostFile } from './read-host-file.ts';
import { toServerError } from './server-error.ts';
import { keepUnknownFields } from './unknown-fields.ts';

/** A server from which histories are read. Close it. */
export type HistoryServer = {
  readonly address: string;
  readonly namespace: string;
  readonly connection: Connection;
  readonly close: () => Promise<void>;
};

type Config = { readonly dataFolder: string; readonly env: Record<string, string | undefined> };

const DEFAULT_ADDRESS = '127.0.0.1:7233';
const CONNECT_TIMEOUT_MS = 5_000;

// gRPC waits up to two minutes between its attempts: events would be that late after a restart of the server.
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 };

/**
 * Connects by the usual settings of Temporal's tools (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, TEMPORAL_TLS_…, the
 * profile of TEMPORAL_CONFIG_FILE), else to the server that the host of this data folder runs, else to 127.0.0.1:7233.
 *
 * Throws: TickscopeError `server-unreachable` or `namespace-not-found`.
 */
export async function connect(config: Config): Promise<HistoryServer> {
  keepUnknownFields();
  const { options, address, namespace } = readSettings(config);
  // No retries inside: whoever calls says what is lost and tries again.
  const connection = Connection.lazy({
    ...options,
    address,
    connectTimeout: CONNECT_TIMEOUT_MS,
    interceptors: [],
    channelArgs: RECONNECT,
  });
  try {
    await connection.ensureConnected();
    await connection.withDeadline(Date.now() + CONNECT_TIMEOUT_MS, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
  } catch (error) {
    await connection.close();
    throw toServerError(error, { address, namespace });
  }
  return { address, namespace, connection, close: () => connection.close() };
}

function readSettings({ dataFolder, env }: Config) {
  const { connectionOptions, namespace } = loadSettings(env);
  const { address, apiKey, tls, metadata } = connectionOptions;
  const host = address === undefined ? readHostFile(dataFolder) : undefined;
  return {
    address: address ?? host?.address ?? DEFAULT_ADDRESS,
    namespace: namespace ?? host?.namespace ?? 'default',
    options: {
      ...(typeof apiKey === 'string' ? { apiKey } : {}),
      ...(tls === undefined ? {} : { tls }),
      ...(metadata === undefined ? {} : { metadata }),
    },
  };
}

function loadSettings(env: Record<string, string | undefined>) {
  const set = Object.entries(env).flatMap(([key, value]) => (value ? [[key, value]] : []));
  try {
    return loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(set) });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TickscopeError('wrong-usage', `Temporal's client configuration cannot be read: ${why}.`, {
      cause: error,
    });
  }
}
