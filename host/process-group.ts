import type { ProcessName, ProcessStatus } from './control-messages.ts';
import type { ProcessDeclaration } from './processes.ts';
import type { SupervisedProcess } from './supervised-process.ts';

/** All processes of one host. */
export interface ProcessGroup {
  /** Starts each when what it depends on is ready. Resolves when all are ready; throws: one gave up. */
  readonly startAll: () => Promise<void>;
  /** Ends all, dependents first. */
  readonly stopAll: (say: (text: string) => void) => Promise<void>;
  readonly killAllNow: () => void;
  readonly get: (name: ProcessName) => SupervisedProcess | undefined;
  readonly statuses: () => readonly ProcessStatus[];
}

/** Groups of processes that may end at the same moment: nothing in a group depends on another of it. */
function toStopOrder(declared: readonly ProcessDeclaration[]): readonly ProcessDeclaration[][] {
  const needed = new Set(declared.flatMap(({ dependsOn }) => dependsOn));
  const dependents = declared.filter(({ name }) => !needed.has(name));
  return [dependents, declared.filter(({ name }) => needed.has(name))];
}

/** Joins declared processes with what supervises each. */
export function createProcessGroup(
  declared: readonly ProcessDeclaration[],
  supervise: (declaration: ProcessDeclaration) => SupervisedProcess,
): ProcessGroup {
  const processes = new Map(declared.map((declaration) => [declaration.name, supervise(declaration)]));
  let stopping = false;
  const startOne = async ({ name, dependsOn }: ProcessDeclaration): Promise<void> => {
    await Promise.all(dependsOn.map((needed) => processes.get(needed)?.whenUp()));
    if (stopping) return;
    processes.get(name)?.start();
    await processes.get(name)?.whenReady();
  };
  return {
    startAll: async () => {
      // Those without dependencies start first, so that the others find them starting and can wait.
      await Promise.all(declared.map(startOne));
    },
    stopAll: async (say) => {
      stopping = true;
      for (const group of toStopOrder(declared)) {
        const running = group.filter(({ name }) => processes.get(name)?.status().pid !== undefined);
        if (running.length > 0) say(`stopping ${running.map(({ name }) => name).join(', ')}`);
        await Promise.all(group.map(({ name }) => processes.get(name)?.stop()));
      }
    },
    killAllNow: () => {
      stopping = true;
      for (const process of processes.values()) process.killNow();
    },
    get: (name) => processes.get(name),
    statuses: () => [...processes.values()].map((process) => process.status()),
  };
}
