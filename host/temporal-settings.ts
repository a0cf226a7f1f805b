import { loadClientConnectConfig } from '@temporalio/envconfig';

/** Which Temporal server is meant. */
interface TemporalSettings {
  /** Absent when: neither the environment nor a profile names a server. */
  readonly address?: string;
  readonly namespace: string;
}

/**
 * Reads the usual settings of Temporal's tools: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, the profile of TEMPORAL_PROFILE, the configuration file.
 *
 * An empty variable is one that is not set. Throws: a file that cannot be read as one, a profile that it does not have.
 */
export function readTemporalSettings(env: NodeJS.ProcessEnv): TemporalSettings {
  const set = Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : []));
  try {
    const { connectionOptions, namespace } = loadClientConnectConfig({
      overrideEnvVars: Object.fromEntries(set),
    });
    const { address } = connectionOptions;
    return { ...(address ? { address } : {}), namespace: namespace || 'default' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Temporal's client configuration cannot be read: ${why}.`, { cause: error });
  }
}
