import { randomBytes } from 'node:crypto';
import { whoAnswersModelCalls } from './child-environment.ts';
import type { Fault, HostFile, HostStatus, ProcessName } from './control-messages.ts';
import { type Controlled, startControlServer } from './control-server.ts';
import { DEMO_WORKFLOW_ID } from './demo-run.ts';
import { claimDataFolder, refuseSecondHost, releaseDataFolder } from './host-file.ts';
import { chooseLayout, type HostLayout } from './host-layout.ts';
import { createHostProcesses } from './host-processes.ts';
import type { HostSettings } from './host-settings.ts';
import type { ProcessGroup } from './process-group.ts';
import { sendFault } from './send-fault.ts';
import type { SupervisedProcess } from './supervised-process.ts';

export interface Host {
  readonly status: () => HostStatus;
  readonly temporalVariables: Readonly<Record<string, string>>;
  /** Resolves when every process is up. Throws: one of them gave up. */
  readonly whenReady: Promise<void>;
  /** Ends every process in order and gives the data folder back. */
  readonly stop: (say: (text: string) => void) => Promise<void>;
  /** SIGKILL to everything. */
  readonly killNow: () => void;
}

function toControlled(processes: ProcessGroup, layout: HostLayout, status: () => HostStatus): Controlled {
  const find = (name: ProcessName): SupervisedProcess => {
    const process = processes.get(name);
    if (!process) throw new Error(`This host does not run ${name}: it is given from outside.`);
    return process;
  };
  return {
    status,
    kill: (name) => {
      if (!find(name).kill()) throw new Error(`${name} does not run at the moment.`);
    },
    restart: (name) => find(name).restart(),
    setFault: async (fault: Fault) => {
      if (layout.mockUrl === undefined) throw new Error('Faults need the stand-ins, and none run here.');
      await sendFault(layout.mockUrl, fault);
    },
  };
}

function toState(processes: ProcessGroup): HostStatus['state'] {
  const states = processes.statuses().map(({ state }) => state);
  if (states.includes('gave-up')) return 'degraded';
  return states.every((state) => state === 'ready') ? 'ready' : 'starting';
}

/**
 * Starts everything that is needed and not given, as children of this process, and answers to `host.json`.
 *
 * Throws: HostError when another host has the data folder.
 */
export async function startHost(
  settings: HostSettings,
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<Host> {
  await refuseSecondHost(settings.dataFolder);
  const layout = await chooseLayout(settings, env);
  const { temporalAddress, mockUrl } = layout;
  const processes = createHostProcesses(settings, layout, env, print);
  const known = {
    pid: process.pid,
    temporalAddress,
    namespace: settings.namespace,
    ...(mockUrl === undefined ? {} : { mockUrl }),
  };
  const status = (): HostStatus => ({
    ...known,
    state: toState(processes),
    model: whoAnswersModelCalls(env),
    ...(settings.demo === 'wanted' ? { demoWorkflowId: DEMO_WORKFLOW_ID } : {}),
    processes: [...processes.statuses()],
  });
  const controlToken = randomBytes(32).toString('base64url');
  const controlled = toControlled(processes, layout, status);
  const { server, url } = await startControlServer({ token: controlToken, controlled });
  const file: HostFile = {
    ...known,
    ...(settings.port === undefined ? {} : { port: settings.port }),
    controlUrl: url,
    controlToken,
  };
  await claimDataFolder(settings.dataFolder, file).catch((error: unknown) => {
    server.close();
    throw error;
  });
  return {
    status,
    temporalVariables: layout.temporalVariables,
    whenReady: processes.startAll(),
    stop: async (say) => {
      await processes.stopAll(say);
      await releaseDataFolder(settings.dataFolder, controlToken);
      server.close();
      server.closeAllConnections();
    },
    killNow: () => processes.killAllNow(),
  };
}
