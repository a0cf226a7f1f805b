import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection } from '@temporalio/worker';
import type { WorkerSettings } from './read-settings.ts';
import { StartError } from './start-error.ts';

export interface TemporalAccess {
  readonly connection: NativeConnection;
  readonly address: string;
  readonly namespace: string;
}

/** Connects to the server that the environment names (TEMPORAL_ADDRESS, a profile, keys), else to the host's. */
export async function connect({
  hostTemporal,
}: Pick<WorkerSettings, 'hostTemporal'>): Promise<TemporalAccess> {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  const address = connectionOptions.address ?? hostTemporal.address ?? '127.0.0.1:7233';
  try {
    const connection = await NativeConnection.connect({ ...connectionOptions, address });
    return { connection, address, namespace: namespace ?? hostTemporal.namespace ?? 'default' };
  } catch (error) {
    const message = `No Temporal server answers at ${address}. Set TEMPORAL_ADDRESS, or start one.`;
    throw new StartError('unreachable', message, { cause: error });
  }
}
