import { type HistoryFile, parseHistories } from '../read-history-file.ts';

/** The one run of a text, read whole. Throws: as `parseHistories`; Error when there are several. */
export function parseHistory(text: string, name: string): HistoryFile {
  const [history, ...others] = parseHistories(Buffer.from(text), name);
  if (history === undefined || others.length > 0) throw new Error(`${name} holds not one run`);
  return { ...history, events: [...history.events()] };
}
