import { member, textMember } from '../base/json-members.ts';
import type { HistoryEvent, JsonObject } from '../model/history-event.ts';
import { createRunCourse, invalid, type RunCourse, refused } from './create-run-course.ts';
import { type Reference, STARTED, toEventReferences, UPDATE_COMPLETED } from './event-references.ts';
import { EVENT_TYPES } from './temporal-descriptors.ts';

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
  /** By id of an update: which event accepts it. */
  readonly #accepted = new Map<string, number>();

  /** Order: as the file has it. */
  add({ eventId, eventType, attributes }: HistoryEvent): void {
    this.#types.push(eventType);
    this.#starts.push(this.#targets.length);
    for (const { field } of toEventReferences(eventType).fields) this.#targets.push(toId(attributes, field));
    const name = toName(eventType, attributes);
    if (name === undefined) return;
    this.#names.set(eventId, name);
    if (eventType === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED') this.#accepted.set(name, eventId);
  }

  /**
   * To be called when the ids are known to be 1 to n, in order or, if `isDescending`, the other way round.
   *
   * Throws: TickscopeError `history-invalid` for an event that names a later one or one of the wrong type, does what was done, or does not
   * say to which event it belongs.
   */
  check(isDescending: boolean): void {
    if (isDescending) {
      this.#types.reverse();
      this.#starts.reverse();
    }
    const course = createRunCourse(this.#types.length);
    for (const [index, type] of this.#types.entries()) {
      const eventId = index + 1;
      course.checkTurn(eventId, type);
      const head = this.#checkReferences(eventId, type, course);
      if (type === 'WORKFLOW_TASK_COMPLETED') course.checkStarted(eventId, head);
      const { does } = toEventReferences(type);
      if (does !== undefined && head > 0) course.note(eventId, does, head);
    }
  }

  /** Gives the event that the first field names; 0 for none. */
  #checkReferences(eventId: number, type: string, course: RunCourse): number {
    const { fields, isFirstNeeded } = toEventReferences(type);
    let head = 0;
    for (const [index, reference] of fields.entries()) {
      const target = this.#targets[(this.#starts[eventId - 1] ?? 0) + index] ?? 0;
      if (index === 0 && target <= 0 && isFirstNeeded)
        throw invalid(eventId, `${type} has no ${reference.field}.`);
      // Old servers wrote negative ids for none.
      if (target <= 0) continue;
      const targetType = this.#types[target - 1];
      this.#checkTarget({ eventId, reference, target }, targetType);
      if (index === 0) head = target;
      // What a newer server may put there is a start then.
      else if (reference.field === STARTED && !isKnown(targetType)) course.note(target, 'starts', head);
      else if (reference.field === STARTED) course.checkStart(eventId, head, target);
    }
    return head === 0 && type === UPDATE_COMPLETED ? this.#findAccepted(eventId) : head;
  }

  #findAccepted(eventId: number): number {
    const accepted = this.#accepted.get(this.#names.get(eventId) ?? '') ?? eventId;
    if (accepted < eventId) return accepted;
    throw refused(eventId, 'it completes an update, and none of its id was accepted before it');
  }

  #checkTarget({ eventId, reference: { field, to }, target }: Link, type: string | undefined): void {
    if (target >= eventId || type === undefined)
      throw refused(eventId, `${field} is ${target}, which is no event before it`);
    // What a newer server may put there cannot be judged.
    if (type !== to && isKnown(type))
      throw refused(eventId, `${field} is ${target}, which is ${type} and not ${to}`);
    const [name, other] = [this.#names.get(eventId), this.#names.get(target)];
    if (name === undefined || other === undefined || name === other) return;
    const both = `it is about ${name.slice(0, 80)}, and event ${target}, its ${field}, about ${other.slice(0, 80)}`;
    throw refused(eventId, both);
  }
}

const isKnown = (type: string | undefined): boolean => type !== undefined && EVENT_TYPES.has(type);

/** Event `eventId` names `target` in a field. */
type Link = { readonly eventId: number; readonly reference: Reference; readonly target: number };

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
