import { hash } from 'node:crypto';
import { toCanonicalJson } from '../../base/canonical-json.ts';
import { isJsonObject } from '../../base/payload.ts';
import { toHistoryEvent } from '../../history/to-history-event.ts';
import { toAdvancedRun, toRun } from '../../history/to-run.ts';
import type { HistoryEvent, Json } from '../../model/history-event.ts';
import type { Run } from '../../model/run.ts';
import type { StoredRun } from '../../store/find-run.ts';
import type { Store } from '../../store/open-store.ts';
import type { Finding, Note } from './finding.ts';
import { type EventText, readPageTexts } from './read-page-texts.ts';

type EventRow = {
  readonly event_id: number;
  readonly event_type: string;
  readonly event_time: string;
  readonly time_micros: number;
  readonly sha256: Buffer;
};

const ROWS =
  'SELECT event_id, event_type, event_time, time_micros, sha256 FROM event WHERE run_pk = ? ORDER BY event_id';

/** Found in the events of a run. */
type CheckedEvents = {
  readonly findings: readonly Finding[];
  /** The run as its events say. Absent when: none could be read. */
  readonly run?: Run;
};

/** Findings of one kind for a run; a run that is all wrong must not fill the memory. */
const MOST_FINDINGS = 100;

/** Ids without a gap, digests, canonical form, and columns that say the same as the text. One page of events is in memory. */
export function checkEvents(db: Store['db'], { pk, run }: StoredRun): CheckedEvents {
  const findings: Finding[] = [];
  const note: Note = (check, eventId, text) => {
    if (findings.length < MOST_FINDINGS) {
      findings.push({ check, workflowId: run.workflowId, runId: run.runId, eventId, text });
    }
  };
  let lastId = 0;
  let should: Run | undefined;
  for (const { eventId, row, text } of pairRows(db, pk, note)) {
    if (row === undefined) {
      note('events', eventId, 'it has a text, but no row');
      continue;
    }
    if (eventId !== lastId + 1) note('events', lastId + 1, `the next row is of event ${eventId}`);
    lastId = eventId;
    const event = text === undefined ? undefined : checkEvent(row, text, note);
    if (text === undefined) note('events', eventId, 'its text is missing');
    if (event) should = should ? toAdvancedRun(should, event) : toRun(run, run.source, event, event);
  }
  if (lastId !== run.eventCount)
    note('events', lastId, `it is the last, but the run counts ${run.eventCount} events`);
  return { findings, ...(should === undefined ? {} : { run: should }) };
}

type Pair = { readonly eventId: number; readonly row?: EventRow; readonly text?: string };

/** Rows and texts of a run, each with its other half where there is one. Order: by event id. */
function* pairRows(db: Store['db'], runPk: number, note: Note): Generator<Pair, undefined> {
  const texts = readPageTexts(db, runPk, note);
  try {
    let text: EventText | undefined = texts.next().value;
    for (const row of db.prepare<[number], EventRow>(ROWS).iterate(runPk)) {
      for (; text !== undefined && text.eventId < row.event_id; text = texts.next().value) yield text;
      const isPair: boolean = text?.eventId === row.event_id;
      yield { eventId: row.event_id, row, ...(isPair && text ? { text: text.text } : {}) };
      if (isPair) text = texts.next().value;
    }
    for (; text !== undefined; text = texts.next().value) yield text;
  } finally {
    // An open statement would keep the connection busy.
    texts.return(undefined);
  }
}

/** What is wrong with one event. Returns it; absent when: its text cannot be read. */
function checkEvent(row: EventRow, text: string, note: Note): HistoryEvent | undefined {
  const id = row.event_id;
  if (!hash('sha256', text, 'buffer').equals(row.sha256))
    note('digest', id, 'its text is not the one that was stored: the SHA-256 differs');
  try {
    const json: Json = JSON.parse(text);
    if (!isJsonObject(json)) throw new Error('it is no JSON object');
    if (toCanonicalJson(json) !== text) note('canonical-form', id, 'its text is not in the form of RFC 8785');
    const event = toHistoryEvent(json);
    const wrong = findWrongColumns(row, event);
    if (wrong.length > 0)
      note('columns', id, `its row says something else than its text: ${wrong.join(', ')}`);
    return event;
  } catch (error) {
    note(
      'canonical-form',
      id,
      `its text cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
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
