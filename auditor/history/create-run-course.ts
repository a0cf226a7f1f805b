import { TickscopeError } from '../base/tickscope-error.ts';
import { STARTED } from './event-references.ts';
import { isClosingType } from './to-run.ts';

export type RunCourse = ReturnType<typeof createRunCourse>;

/** What has happened so far in a run of so many events. Its checks throw TickscopeError `history-invalid` for what cannot happen then. */
export function createRunCourse(count: number) {
  /** By id of an event: which event starts and which closes it; 0 for none. */
  const done = { starts: new Int32Array(count + 1), closes: new Int32Array(count + 1) };
  let task = 0;
  return {
    checkTurn: (eventId: number, type: string): void => {
      if (eventId < count && isClosingType(type))
        throw refused(eventId, 'it closes the run, and more events follow');
      if (type !== 'WORKFLOW_TASK_SCHEDULED') return;
      if (task > 0 && done.closes[task] === 0) {
        throw refused(
          eventId,
          `a run has one workflow task at a time, and that of event ${task} is not closed`,
        );
      }
      task = eventId;
    },
    /** `target` is what event `eventId` names as the start of `head`. */
    checkStart: (eventId: number, head: number, target: number): void => {
      const started = done.starts[head] ?? 0;
      if (started === target) return;
      const by = started === 0 ? 'not started' : `started by ${started}`;
      throw refused(eventId, `${STARTED} is ${target}, and event ${head} was ${by}`);
    },
    /** The test server does not say by which event. */
    checkStarted: (eventId: number, head: number): void => {
      if (done.starts[head] === 0)
        throw refused(eventId, `it completes the workflow task of event ${head}, which was not started`);
    },
    /** Event `eventId` does this to `head`. */
    note: (eventId: number, does: 'starts' | 'closes', head: number): void => {
      const before = done[does][head] ?? 0;
      if (before > 0) throw refused(eventId, `it ${does} event ${head}, which event ${before} ${does}`);
      const closed = done.closes[head] ?? 0;
      if (closed > 0) throw refused(eventId, `it ${does} event ${head}, which event ${closed} closes`);
      done[does][head] = eventId;
    },
  };
}

export function refused(eventId: number, what: string): TickscopeError {
  return invalid(eventId, `${what}: these are not events of one run.`);
}

export function invalid(eventId: number, what: string): TickscopeError {
  return new TickscopeError('history-invalid', `: event ${eventId}: ${what}`);
}
