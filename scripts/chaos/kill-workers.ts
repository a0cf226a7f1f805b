import { setTimeout as delay } from 'node:timers/promises';
import type { ControlClient } from '../../host/control-client.ts';
import { HostError } from '../../host/control-client.ts';
import type { PlannedKill } from './plan-kills.ts';

const POLL_MS = 50;

/** A kill that took place. */
interface DoneKill {
  /** Tick last seen before it. */
  readonly tick: number;
  /** From the kill until a later tick was seen: restart, time-outs of what was under way, and that work done again. */
  readonly recoveryMs: number;
}

interface KillOptions {
  readonly control: ControlClient;
  readonly plan: readonly PlannedKill[];
  /** Tick last seen; absent before the first. */
  readonly tick: () => number | undefined;
  readonly isOver: () => boolean;
  readonly onKill: (done: number) => void;
}

async function waitUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(POLL_MS);
}

/** A worker that is just being started has no process to kill: try until there is one. */
async function killOnce(control: ControlClient, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      return await control.killWorker();
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== 'action-refused') throw error;
      await delay(POLL_MS);
    }
  }
}

/** Kills the worker at each planned moment; the host starts it again. Returns the kills that took place before the run was over. */
export async function killWorkers(options: KillOptions): Promise<readonly DoneKill[]> {
  const { control, plan, isOver, onKill } = options;
  const tick = (): number => options.tick() ?? 0;
  const done: DoneKill[] = [];
  for (const kill of plan) {
    await waitUntil(() => tick() >= kill.tick || isOver());
    await delay(kill.afterMs);
    if (isOver()) break;
    const killedAt = performance.now();
    const tickBefore = tick();
    await killOnce(control, isOver);
    onKill(done.length + 1);
    await waitUntil(() => tick() > tickBefore || isOver());
    done.push({ tick: tickBefore, recoveryMs: Math.round(performance.now() - killedAt) });
  }
  return done;
}
