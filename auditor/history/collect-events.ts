import { toAttributesKey } from '../base/decode-event.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { HistoryEvent, JsonObject } from '../model/history-event.ts';
import { PackedTexts } from './packed-texts.ts';
import type { ParsedHistory } from './parsed-history.ts';
import { ReferenceChecker } from './reference-checker.ts';
import { EVENT_TYPES } from './temporal-descriptors.ts';
import { TimeOrder } from './time-order.ts';
import { toCanonicalText } from './to-canonical-event.ts';
import { toHistoryEvent } from './to-history-event.ts';
import { toStatedIds } from './to-run.ts';
import { createFindings, type WalkedEvent, type WalkFindings } from './walk-json.ts';

/** What is known of a file besides its events. */
export type Source = {
  readonly format: string;
  /** Absent when: nothing in the form itself stands against a replay. */
  readonly viewOnly?: string;
  readonly notes: readonly string[];
};

/** How an event type that is only a number is called. */
const UNKNOWN = 'UNKNOWN_';

/** Collects the events of one run in the order of a file, each checked, and keeps of each its canonical text alone. */
export class EventCollector {
  readonly findings: WalkFindings = createFindings();
  readonly #ids: number[] = [];
  readonly #texts = new PackedTexts();
  readonly #references = new ReferenceChecker();
  readonly #times = new TimeOrder();
  /** The events that state ids: first ones and resets. */
  readonly #stating: HistoryEvent[] = [];
  /** An event other than the first that starts a run. Absent when: there is none. */
  #startedAt: number | undefined;

  /** Throws: TickscopeError `history-invalid`. */
  add(walked: WalkedEvent): void {
    const event = toHistoryEvent(walked.json);
    checkAttributes(walked.json, event.eventType);
    if (event.eventType.startsWith(UNKNOWN))
      this.findings.unknownEnums.add(`eventType=${event.eventType.slice(UNKNOWN.length)}`);
    this.#texts.add(toCanonicalText(walked));
    this.#ids.push(event.eventId);
    this.#references.add(event);
    this.#times.add(event, walked.json.taskId);
    if (event.eventId === 1 || event.attributes.cause !== undefined) this.#stating.push(event);
    if (event.eventType === 'WORKFLOW_EXECUTION_STARTED' && event.eventId !== 1)
      this.#startedAt = event.eventId;
  }

  /**
   * The run that these events are.
   *
   * Throws: TickscopeError `history-invalid` when ids are missing, double or out of order, or what events say of one another cannot be
   * true of one run.
   */
  finish({ format, viewOnly, notes }: Source): ParsedHistory {
    const isDescending = (this.#ids[0] ?? 0) > (this.#ids.at(-1) ?? 0);
    if (isDescending) {
      for (const list of [this.#ids, this.#texts, this.#stating]) list.reverse();
    }
    this.#checkIds();
    this.#references.check(isDescending);
    const { findings } = this;
    const texts = this.#texts;
    const backwards = this.#times.find(isDescending);
    const mixed = backwards?.isTooMuch ? `${backwards.text}: it may be a mixture of two runs` : undefined;
    const said = backwards === undefined || backwards.isTooMuch ? [] : [backwards.text];
    const why = [viewOnly, ...toReasons(findings), mixed].filter((reason) => reason !== undefined).join('; ');
    return {
      format,
      eventCount: this.#ids.length,
      events: () => readTexts(texts),
      ...(why === '' ? {} : { viewOnly: why }),
      unknown: [...findings.unknownFields, ...findings.unknownEnums],
      notes: [...notes, ...findings.manners, ...said, ...(isDescending ? ['newest event first'] : [])],
      ids: toStatedIds(this.#stating),
    };
  }

  #checkIds(): void {
    const ids = this.#ids;
    const wrong = ids.findIndex((id, index) => id !== index + 1);
    if (wrong === -1 && this.#startedAt === undefined) return;
    if (wrong === -1)
      throw invalid(`: event ${this.#startedAt} starts a run: the file holds events of two runs`);
    const problem = findIdProblem(ids, wrong);
    const runs = new Set(
      this.#stating.filter(({ eventId }) => eventId === 1).map((first) => toStatedIds([first]).runId),
    );
    const [a, b] = runs;
    if (a !== undefined && b !== undefined) {
      throw new TickscopeError(
        'history-invalid',
        `holds events of two runs, ${a} and ${b}. Give each run its own file.`,
      );
    }
    throw new TickscopeError('history-invalid', `: ${problem}; a run's events are numbered from 1.`);
  }
}

/**
 * Throws: TickscopeError `history-invalid` when an event holds the attributes of another type: each reader would tell another story; or
 * none: servers write them even when all of them are unset, and no SDK reads an event without.
 */
function checkAttributes(json: JsonObject, eventType: string): void {
  if (eventType.startsWith(UNKNOWN)) return;
  const expected = toAttributesKey(eventType);
  const found = Object.keys(json).find((key) => key.endsWith('EventAttributes') && key !== expected);
  const isWithout = json[expected] === undefined && EVENT_TYPES.has(eventType);
  if (found === undefined && !isWithout) return;
  throw new TickscopeError('history-invalid', `is of type ${eventType} and has ${found ?? 'no attributes'}.`);
}

function findIdProblem(ids: readonly number[], wrong: number): string {
  const sorted = ids.toSorted((a, b) => a - b);
  const at = sorted.findIndex((id, index) => id !== index + 1);
  if (at === -1) return `event ${ids[wrong]} stands where event ${wrong + 1} is expected`;
  return (sorted[at] ?? 0) <= at ? `event ${sorted[at]} is there twice` : `event ${at + 1} is missing`;
}

function toReasons({ unknownEnums, emptyPayloads }: WalkFindings): readonly string[] {
  const [enumText] = unknownEnums;
  const [payload] = emptyPayloads;
  return [
    ...(enumText === undefined
      ? []
      : [`this version does not know ${enumText}, which a replay would take for nothing`]),
    ...(payload === undefined ? [] : [`${payload} is to be JSON and is empty`]),
  ];
}

function* readTexts(texts: Iterable<string>) {
  for (const canonical of texts) {
    const json: JsonObject = JSON.parse(canonical);
    yield { canonical, event: toHistoryEvent(json) };
  }
}

const invalid = (what: string): TickscopeError => new TickscopeError('history-invalid', `${what}.`);
