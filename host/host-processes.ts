import { join } from 'node:path';
import { toChildEnvironment } from './child-environment.ts';
import { startChild } from './child-process.ts';
import type { HostLayout } from './host-layout.ts';
import type { HostSettings } from './host-settings.ts';
import { createProcessGroup, type ProcessGroup } from './process-group.ts';
import { openProcessLog } from './process-log.ts';
import { chooseProcesses } from './processes.ts';
import { SupervisedProcess } from './supervised-process.ts';

/** The processes of a host, none started yet, each with its environment and log. */
export function createHostProcesses(
  settings: HostSettings,
  layout: HostLayout,
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): ProcessGroup {
  const { temporalAddress: address, mockUrl, temporalPort, mockPort } = layout;
  const temporal =
    temporalPort === undefined
      ? ({ kind: 'given' } as const)
      : ({ kind: 'embedded', address, namespace: settings.namespace } as const);
  const addresses = {
    dataFolder: settings.dataFolder,
    temporal,
    ...(mockUrl === undefined ? {} : { mockUrl }),
  };
  const childEnv: NodeJS.ProcessEnv = {
    ...toChildEnvironment(env, addresses),
    NODE_ENV: env.NODE_ENV ?? 'production',
    ...(temporalPort === undefined ? {} : { TICKSCOPE_TEMPORAL_PORT: String(temporalPort) }),
    ...(mockPort === undefined ? {} : { TICKSCOPE_MOCK_PORT: String(mockPort) }),
  };
  const declared = chooseProcesses({
    temporal: temporal.kind,
    standIns: mockPort === undefined ? 'not-needed' : 'needed',
  });
  const now = (): Date => new Date();
  return createProcessGroup(declared, ({ name, entry }) => {
    const log = openProcessLog({ name, folder: join(settings.dataFolder, 'logs'), print, now });
    const start = () => startChild({ root: settings.root, entry, env: childEnv });
    return new SupervisedProcess({ name, start, log, now });
  });
}
