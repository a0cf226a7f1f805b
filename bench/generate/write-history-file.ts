import { closeSync, openSync, writeSync } from 'node:fs';
import type { JsonObject } from '#auditor/model/history-event.ts';

/** Writes a history as `temporal workflow show -o jsonl` does: one line. Returns its bytes. */
export function writeHistoryFile(path: string, events: Iterable<JsonObject>): number {
  const file = openSync(path, 'w');
  let bytes = writeSync(file, '{"events":[');
  let isFirst = true;
  for (const event of events) {
    bytes += writeSync(file, `${isFirst ? '' : ','}${JSON.stringify(event)}`);
    isFirst = false;
  }
  bytes += writeSync(file, ']}\n');
  closeSync(file);
  return bytes;
}
