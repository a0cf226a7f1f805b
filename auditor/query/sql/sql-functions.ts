import { decodeEvent } from '../../base/decode-event.ts';
import { redactObject } from '../../base/redact.ts';
import type { JsonObject } from '../../model/history-event.ts';
import type { SqlEventFunction } from '../../store/open-sql.ts';
import type { Index } from '../open-index.ts';
import { readEventText } from '../read-events.ts';
import { createStoredDecodings } from '../stored-decodings.ts';

/**
 * What a statement of `tickscope sql` can call: `event_json`, the record itself, and `decoded_json`, its values without secrets.
 *
 * Absent when: NULL, the index has no such event.
 */
export function createSqlFunctions(index: Index): ReadonlyMap<string, SqlEventFunction> {
  const decodings = createStoredDecodings(index);
  const readText: SqlEventFunction = (runPk, eventId) => readEventText(index, runPk, eventId) ?? null;
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
