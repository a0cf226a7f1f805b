import { hash } from 'node:crypto';
import { toCanonicalJson } from '../../base/canonical-json.ts';
import { isJsonObject } from '../../base/payload.ts';
import { toHistoryEvent } from '../../history/to-history-event.ts';
import type { HistoryEvent, Json } from '../../model/history-event.ts';
import { unpackPage } from '../../store/event-pages.ts';
import type { StoredRun } from '../../store/find-run.ts';
import type { Store } from '../../store/open-store.ts';
import type { Finding } from './finding.ts';

type EventRow = {
  readonly event_id: number;
  readonly event_type: string;
  readonly event_time: string;
  readonly time_micros: number;
  readonly sha256: Buffer;
};

type EventText = { readonly eventId: number; readonly text: string };

type PageRow = { readonly first: number; readonly last: number; readonly bytes: Buffer };

const PAGES = `SELECT first_event_id AS first, last_event_id AS last, bytes FROM event_page WHERE run_pk = ?
  ORDER BY first_event_id`;

/** Found in the events of a run, and the events that could be read. */
export type CheckedEvents = {
  readonly findings: readonly Finding[];
  readonly events: readonly HistoryEvent[];
};

/** Findings of one kind for a run; a run that is all wrong must not fill the memory. */
const MOST_FINDINGS = 100;

/** Ids without a gap, digests, canonical form, and columns that say the same as the text. */
export function checkEvents(db: Store['db'], { pk, run }: StoredRun): CheckedEvents {
  const findings: Finding[] = [];
  const events: HistoryEvent[] = [];
  const note = (check: string, eventId: number, text: string): void => {
    if (findings.length < MOST_FINDINGS) {
      findings.push({ check, workflowId: run.workflowId, runId: run.runId, eventId, text });
    }
  };
  const rows = db.prepare<[number], EventRow>(
    'SELECT event_id, event_type, event_time, time_micros, sha256 FROM event WHERE run_pk = ? ORDER BY event_id',
  );
  const texts = new Map<number, string>();
  for (const { eventId, text } of readTexts(db, pk, note)) texts.set(eventId, text);
  let expected = 0;
  for (const row of rows.iterate(pk)) {
    expected += 1;
    if (row.event_id !== expected) note('events', expected, `the next row is of event ${row.event_id}`);
    expected = row.event_id;
    const text = texts.get(row.event_id);
    texts.delete(row.event_id);
    if (text === undefined) note('events', row.event_id, 'its text is missing');
    else checkEvent(row, text, note, events);
  }
  if (expected !== run.eventCount)
    note('events', expected, `it is the last, but the run counts ${run.eventCount} events`);
  for (const eventId of texts.keys()) note('events', eventId, 'it has a text, but no row');
  return { findings, events };
}

type Note = (check: string, eventId: number, text: string) => void;

/** Texts by event id. A page that cannot be unpacked, or holds more or fewer texts than events, gives those that it has. */
function* readTexts(db: Store['db'], runPk: number, note: Note): Generator<EventText, undefined> {
  for (const { first, last, bytes } of db.prepare<[number], PageRow>(PAGES).iterate(runPk)) {
    const texts = unpackOrNote(first, bytes, note);
    if (texts && texts.length !== last - first + 1) {
      note('events', first, `its page has ${texts.length} texts for ${last - first + 1} events`);
    }
    yield* (texts ?? []).map((text, at) => ({ eventId: first + at, text }));
  }
}

function unpackOrNote(first: number, bytes: Buffer, note: Note): readonly string[] | undefined {
  try {
    return unpackPage(bytes);
  } catch (error) {
    note(
      'events',
      first,
      `its page cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  }
}

function checkEvent(row: EventRow, text: string, note: Note, events: HistoryEvent[]): void {
  const id = row.event_id;
  if (!hash('sha256', text, 'buffer').equals(row.sha256))
    note('digest', id, 'its text is not the one that was stored: the SHA-256 differs');
  try {
    const json: Json = JSON.parse(text);
    if (!isJsonObject(json)) throw new Error('it is no JSON object');
    if (toCanonicalJson(json) !== text) note('canonical-form', id, 'its text is not in the form of RFC 8785');
    const event = toHistoryEvent(json);
    events.push(event);
    const wrong = findWrongColumns(row, event);
    if (wrong.length > 0)
      note('columns', id, `its row says something else than its text: ${wrong.join(', ')}`);
  } catch (error) {
    note(
      'canonical-form',
      id,
      `its text cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function findWrongColumns(row: EventRow, event: HistoryEvent): readonly string[] {
  const pairs = [
    ['event_id', row.event_id, event.eventId],
    ['event_type', row.event_type, event.eventType],
    ['event_time', row.event_time, event.eventTime],
    ['time_micros', row.time_micros, event.timeMicros],
  ] as const;
  return pairs.filter(([, is, should]) => is !== should).map(([name]) => name);
}
