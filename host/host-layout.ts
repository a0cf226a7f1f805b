import { needsStandIns, toTemporalVariables } from './child-environment.ts';
import type { HostSettings } from './host-settings.ts';
import { findFreePort } from './ports.ts';

const TEMPORAL_DEFAULT_PORT = 7233;

/** Where everything of this host is, fixed before anything starts: a process that starts again finds the others where they were. */
export interface HostLayout {
  readonly temporalAddress: string;
  readonly temporalPort?: number;
  readonly mockUrl?: string;
  readonly mockPort?: number;
  /** Variables by which a Temporal client of this host connects. */
  readonly temporalVariables: Readonly<Record<string, string>>;
}

/** Chooses the ports: the default one of Temporal when it is free, free ones for the rest. */
export async function chooseLayout(settings: HostSettings, env: NodeJS.ProcessEnv): Promise<HostLayout> {
  const mockPort = needsStandIns(env) ? await findFreePort() : undefined;
  const mock = mockPort === undefined ? {} : { mockPort, mockUrl: `http://127.0.0.1:${mockPort}` };
  const { temporalAddress: given, namespace } = settings;
  if (given !== undefined) {
    const temporalVariables = { TEMPORAL_ADDRESS: given, TEMPORAL_NAMESPACE: namespace };
    return { temporalAddress: given, temporalVariables, ...mock };
  }
  const temporalPort = await findFreePort(TEMPORAL_DEFAULT_PORT);
  const temporalAddress = `127.0.0.1:${temporalPort}`;
  const temporalVariables = toTemporalVariables(env, temporalAddress, namespace);
  return { temporalAddress, temporalPort, temporalVariables, ...mock };
}
