import type { JsonObject } from '../model/history-event.ts';
import type { StoredEvent } from '../query/get-event.ts';
import type { EventSummary } from '../query/list-events.ts';
import { toTerminalText } from './terminal-text.ts';
import type { TextStyle } from './text-style.ts';
import { formatTable } from './text-table.ts';

/** Events as a table, in the order given. */
export function formatEvents(events: readonly EventSummary[], style: TextStyle): string {
  if (events.length === 0) return 'There is no event here.\n';
  const rows = events.map(({ eventId, eventType, eventTime, tick }) => ({
    cells: [String(eventId), eventType, eventTime, tick === undefined ? '' : String(tick)],
  }));
  return `${formatTable(['event', 'type', 'time', 'tick'], rows, style)}\n`;
}

/** One event with its values, and what proves that it is the one that was stored. */
export function formatEvent({ decoded, sha256, tick }: StoredEvent, style: TextStyle): string {
  const where = tick === undefined ? '' : `, tick ${tick}`;
  return `${toText(decoded)}${style.paint('faint', `SHA-256 of the stored bytes ${sha256}${where}`)}\n`;
}

/** One event as it is stored. */
export const formatRaw = (event: JsonObject): string => toText(event);

const toText = (value: unknown): string => `${toTerminalText(JSON.stringify(value, null, 2))}\n`;
