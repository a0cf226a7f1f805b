import { decodeEvent } from '../../base/decode-event.ts';
import { redactObject } from '../../base/redact.ts';
import type { JsonObject } from '../../model/history-event.ts';
import type { SqlEventFunction } from '../../store/open-sql.ts';
import type { Index } from '../open-index.ts';
import { type EventText, readEventTexts } from '../read-events.ts';
import { createStoredDecodings } from '../stored-decodings.ts';

/**
 * What a statement of `tickscope sql` can call: `event_json`, the record itself, and `decoded_json`, its values without secrets.
 *
 * Absent when: NULL, the index has no such event.
 */
export function createSqlFunctions(index: Index): ReadonlyMap<string, SqlEventFunction> {
  const decodings = createStoredDecodings(index);
  const readText = createTextReader(index);
  const readDecoded: SqlEventFunction = (runPk, eventId) => {
    const canonical = readText(runPk, eventId);
    if (canonical === null) return null;
    const event: JsonObject = JSON.parse(canonical);
    return JSON.stringify(redactObject(decodeEvent(event, decodings), index.understanding.redactions));
  };
  return new Map([
    ['event_json', readText],
    ['decoded_json', readDecoded],
  ]);
}

/** Statements mostly ask event by event in order: going on where the last call ended unpacks each page once instead of once per event. */
function createTextReader(index: Index): SqlEventFunction {
  let run: number | undefined;
  let last: EventText | undefined;
  let texts: Generator<EventText, undefined> | undefined;
  return (runPk, eventId) => {
    if (run !== runPk || last === undefined || (last.eventId !== eventId && last.eventId + 1 !== eventId)) {
      texts = readEventTexts(index, runPk, eventId);
      [run, last] = [runPk, undefined];
    }
    if (last?.eventId !== eventId) last = texts?.next().value;
    return last?.canonical ?? null;
  };
}
