import type { Run } from '../model/run.ts';

/** The last event of a page of a copy, none of whose events differs from what is stored. */
type CopyOfRun = {
  readonly lastId: number;
  /** Why the copy can only be viewed. Absent when: it can be replayed. */
  readonly viewOnly?: string;
};

/**
 * A stored run after a page of a copy: view only as soon as an event comes out of one that may only be viewed, until one that can be
 * replayed has come to the last stored event: by then each was compared with that.
 */
export function toMarkedRun(run: Run, { lastId, viewOnly }: CopyOfRun): Run {
  if (viewOnly !== undefined)
    return run.viewOnly === undefined && lastId > run.eventCount ? { ...run, viewOnly } : run;
  const { viewOnly: _, ...replayable } = run;
  return lastId >= run.eventCount ? replayable : run;
}
