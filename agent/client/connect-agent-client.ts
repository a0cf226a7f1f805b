import { Client, Connection, type ConnectionOptions } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { type AgentClient, createAgentClient } from './agent-client.ts';
import { AgentClientError } from './agent-client-error.ts';

/** Where the server is. What is absent comes from the environment (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, profile, keys). */
export interface AgentClientOptions {
  readonly address?: string;
  readonly namespace?: string;
  /** Stands on every start and signal in the history. Absent when: `tickscope-app`. */
  readonly identity?: string;
}

/** How long a start or a click waits for a server that is not there. */
const CONNECT_TIMEOUT = '5s';

/** Connects to the Temporal server. Throws: AgentClientError `unreachable`. */
export async function connectAgentClient(options: AgentClientOptions = {}): Promise<AgentClient> {
  const environment = loadClientConnectConfig();
  const address = options.address ?? environment.connectionOptions.address ?? '127.0.0.1:7233';
  const connection = await connectTo({ ...environment.connectionOptions, address });
  const client = new Client({
    connection,
    namespace: options.namespace ?? environment.namespace ?? 'default',
    identity: options.identity ?? 'tickscope-app',
  });
  return createAgentClient(client.workflow, () => connection.close());
}

async function connectTo(options: ConnectionOptions & { readonly address: string }): Promise<Connection> {
  try {
    return await Connection.connect({ ...options, connectTimeout: CONNECT_TIMEOUT });
  } catch (error) {
    const message = `No Temporal server answers at ${options.address}.`;
    throw new AgentClientError('unreachable', message, { cause: error });
  }
}
