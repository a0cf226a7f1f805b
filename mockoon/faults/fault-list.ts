import { z } from 'zod';

/** The next `count` calls of `party` fail in this way. */
export const faultSchema = z
  .strictObject({
    party: z.enum(['market', 'news', 'broker', 'model']),
    kind: z.enum(['status', 'slow', 'drop', 'malformed']),
    /** HTTP status of kind `status`. Absent when: 503 will do. */
    status: z.int().min(400).max(599).optional(),
    /** Pause before the call is passed on, of kind `slow`. Absent when: two seconds will do. */
    delayMs: z.int().nonnegative().max(600_000).optional(),
    count: z.int().positive().max(1000),
  })
  .refine(({ kind, status }) => status === undefined || kind === 'status', 'status is for kind status')
  .refine(({ kind, delayMs }) => delayMs === undefined || kind === 'slow', 'delayMs is for kind slow');
export type Fault = z.infer<typeof faultSchema>;

/** The faults still to come, `count` being what is left of each. */
export interface FaultList {
  readonly add: (fault: Fault) => void;
  /** Uses one up. Absent when: nothing is to go wrong with this party. */
  readonly take: (party: Fault['party']) => Fault | undefined;
  readonly list: () => readonly Fault[];
  readonly clear: () => void;
}

/** Order: faults of one party come true one after the other, as they were added. */
export function createFaultList(): FaultList {
  let faults: readonly Fault[] = [];
  return {
    add: (fault) => {
      faults = [...faults, fault];
    },
    take: (party) => {
      const fault = faults.find((candidate) => candidate.party === party);
      faults = faults
        .map((candidate) => (candidate === fault ? { ...candidate, count: candidate.count - 1 } : candidate))
        .filter(({ count }) => count > 0);
      return fault;
    },
    list: () => faults,
    clear: () => {
      faults = [];
    },
  };
}
