import { toDurationWords } from '../base/duration-words.ts';
import type { HistoryEvent, Json } from '../model/history-event.ts';

/** Clocks of two hosts differ by less, and what arrived during a workflow task is a few milliseconds older than the event before it. */
const WORTH_A_WORD_MS = 1_000;

/** No workflow task lasts this long, and no clock that keeps time is this wrong. */
const TOO_MUCH_MS = 3_600_000;

/** What runs backwards in a file, in words, and whether by more than one run can explain. */
type Backwards = { readonly text: string; readonly isTooMuch: boolean };

/** Collects what grows from event to event: it runs backwards where a clock was wrong, servers changed, or another run begins. */
export class TimeOrder {
  /** Milliseconds since 1970. Not a number: the event's time says nothing. */
  readonly #timesMs: number[] = [];
  /** Numbers that a part of a server gives to all that it writes. Not a number: the event has none. */
  readonly #taskIds: number[] = [];

  /** Order: as the file has it. */
  add({ eventType, timeMicros }: HistoryEvent, taskId: Json | undefined): void {
    this.#taskIds.push(typeof taskId === 'string' ? Number(taskId) : Number.NaN);
    // Written when the activity has ended, with the time at which it started.
    const isLate = eventType === 'ACTIVITY_TASK_STARTED';
    this.#timesMs.push(isLate ? Number.NaN : timeMicros / 1_000);
  }

  /** The largest step back in time, and that task ids go back. Absent when: nothing runs backwards. */
  find(isDescending: boolean): Backwards | undefined {
    const time = findStepBack(this.#timesMs, isDescending);
    const taskId = findStepBack(this.#taskIds, isDescending);
    const texts = [
      ...(time.by < WORTH_A_WORD_MS
        ? []
        : [`time goes back by ${toDurationWords(time.by)} at event ${time.eventId}`]),
      ...(taskId.by === 0 ? [] : [`task ids go back at event ${taskId.eventId}`]),
    ];
    if (texts.length === 0) return undefined;
    return { text: texts.join(', '), isTooMuch: time.by >= TOO_MUCH_MS };
  }
}

/** The largest step back; by 0 when there is none. */
function findStepBack(given: readonly number[], isDescending: boolean): { by: number; eventId: number } {
  const values = isDescending ? given.toReversed() : given;
  const found = { by: 0, eventId: 0 };
  let before = Number.NaN;
  for (const [index, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    if (before - value > found.by) Object.assign(found, { by: before - value, eventId: index + 1 });
    before = value;
  }
  return found;
}
