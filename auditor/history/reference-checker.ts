import { member, textMember } from '../base/json-members.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { HistoryEvent, JsonObject } from '../model/history-event.ts';
import { type Reference, STARTED, toEventReferences } from './event-references.ts';
import { EVENT_TYPES } from './temporal-descriptors.ts';
import { isClosingType } from './to-run.ts';

/**
 * Collects what the events of a file say of one another and checks that all of it can be true of one run: of a mixture of two it hardly
 * ever is.
 */
export class ReferenceChecker {
  // Flat lists: a long history has two references per event.
  readonly #types: string[] = [];
  /** The ids that an event names, in the order of its type's fields; 0 where it names none. */
  readonly #targets: number[] = [];
  /** Where the ids of an event begin. */
  readonly #starts: number[] = [];
  /** By event id: what events that belong together call by the same name. */
  readonly #names = new Map<number, string>();

  /** Order: as the file has it. */
  add({ eventId, eventType, attributes }: HistoryEvent): void {
    this.#types.push(eventType);
    this.#starts.push(this.#targets.length);
    for (const { field } of toEventReferences(eventType).fields) this.#targets.push(toId(attributes, field));
    const name = toName(eventType, attributes);
    if (name !== undefined) this.#names.set(eventId, name);
  }

  /**
   * To be called when the ids are known to be 1 to n, in order or, if `isDescending`, the other way round.
   *
   * Throws: TickscopeError `history-invalid` for an event that names a later one or one of the wrong type, or does what was done.
   */
  check(isDescending: boolean): void {
    const count = this.#types.length;
    const toPlace = (eventId: number): number => (isDescending ? count - eventId : eventId - 1);
    const course = createCourse(count);
    for (let eventId = 1; eventId <= count; eventId++) {
      const type = this.#types[toPlace(eventId)] ?? '';
      course.checkTurn(eventId, type);
      const start = this.#starts[toPlace(eventId)] ?? 0;
      const { fields, does } = toEventReferences(type);
      let head = 0;
      for (let index = 0; index < fields.length; index++) {
        const reference = fields[index];
        const target = this.#targets[start + index] ?? 0;
        // Old servers wrote negative ids for none.
        if (reference === undefined || target <= 0) continue;
        this.#checkTarget({ eventId, reference, target }, this.#types[toPlace(target)]);
        if (index === 0) head = target;
        else if (reference.field === STARTED) course.checkStart(eventId, head, target);
      }
      if (does !== undefined && head > 0) course.note(eventId, does, head);
    }
  }

  #checkTarget({ eventId, reference: { field, to }, target }: Link, type: string | undefined): void {
    if (target >= eventId || type === undefined)
      throw refused(eventId, `${field} is ${target}, which is no event before it`);
    // What a newer server may put there cannot be judged.
    if (type !== to && EVENT_TYPES.has(type))
      throw refused(eventId, `${field} is ${target}, which is ${type} and not ${to}`);
    const [name, other] = [this.#names.get(eventId), this.#names.get(target)];
    if (name === undefined || other === undefined || name === other) return;
    const both = `it is about ${name.slice(0, 80)}, and event ${target}, its ${field}, about ${other.slice(0, 80)}`;
    throw refused(eventId, both);
  }
}

/** Event `eventId` names `target` in a field. */
type Link = { readonly eventId: number; readonly reference: Reference; readonly target: number };

/** What has happened so far in a run of so many events. Throws: TickscopeError `history-invalid` for what cannot happen then. */
function createCourse(count: number) {
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
    checkStart: (eventId: number, head: number, target: number): void => {
      const started = done.starts[head] ?? 0;
      if (started === 0 || started === target) return;
      throw refused(eventId, `${STARTED} is ${target}, and event ${head} was started by ${started}`);
    },
    note: (eventId: number, does: 'starts' | 'closes', head: number): void => {
      const before = done[does][head] ?? 0;
      if (before > 0) throw refused(eventId, `it ${does} event ${head}, which event ${before} ${does}`);
      done[does][head] = eventId;
    },
  };
}

function toId(attributes: JsonObject, field: string): number {
  const value = attributes[field];
  return typeof value === 'string' ? Number(value) || 0 : 0;
}

/** Absent when: events of this type have nothing of the kind. */
function toName(eventType: string, attributes: JsonObject): string | undefined {
  if (eventType.startsWith('TIMER_')) return textMember(attributes, 'timerId');
  // Not the run: a child that continues as new closes as another one than was started.
  if (eventType.startsWith('CHILD_'))
    return textMember(member(attributes, 'workflowExecution'), 'workflowId');
  if (eventType === 'WORKFLOW_EXECUTION_UPDATE_COMPLETED')
    return textMember(member(attributes, 'meta'), 'updateId');
  if (eventType !== 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED') return undefined;
  return textMember(member(member(attributes, 'acceptedRequest'), 'meta'), 'updateId');
}

function refused(eventId: number, what: string): TickscopeError {
  return new TickscopeError(
    'history-invalid',
    `: event ${eventId}: ${what}: these are not events of one run.`,
  );
}
