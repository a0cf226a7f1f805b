import type { ProcessName } from './control-messages.ts';

/** A process that the host can run. */
export interface ProcessDeclaration {
  readonly name: ProcessName;
  /** Entry file, from the root folder of the project. */
  readonly entry: string;
  /** What must be ready before it is started first. */
  readonly dependsOn: readonly ProcessName[];
}

/** Every process, those that others depend on first; ended in the opposite order. */
export const PROCESSES: readonly ProcessDeclaration[] = [
  { name: 'temporal', entry: 'host/run-temporal.ts', dependsOn: [] },
  { name: 'mockoon', entry: 'mockoon/main.ts', dependsOn: [] },
  { name: 'worker', entry: 'agent/worker/main.ts', dependsOn: ['temporal', 'mockoon'] },
  { name: 'follower', entry: 'auditor/sync/follow-main.ts', dependsOn: ['temporal'] },
];

/** The processes to run when a Temporal server, or every party, is given from outside. */
export function chooseProcesses(given: {
  readonly temporal: 'embedded' | 'given';
  readonly standIns: 'needed' | 'not-needed';
}): readonly ProcessDeclaration[] {
  const absent = new Set<ProcessName>();
  if (given.temporal === 'given') absent.add('temporal');
  if (given.standIns === 'not-needed') absent.add('mockoon');
  return PROCESSES.filter(({ name }) => !absent.has(name)).map((declared) => ({
    ...declared,
    dependsOn: declared.dependsOn.filter((name) => !absent.has(name)),
  }));
}
