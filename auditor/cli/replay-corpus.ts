import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TickscopeError } from '../base/tickscope-error.ts';
import { fromHistoryJson } from '../history/from-event-json.ts';
import { readHistoryFile } from '../history/read-history-file.ts';
import { HISTORY } from '../history/temporal-descriptors.ts';
import type { JsonObject } from '../model/history-event.ts';
import type { ReplayInput, UnreadableInput } from '../replay/replay-input.ts';

/** What lies beside a recording and describes it. */
const DESCRIPTION = '.meta.json';

/**
 * Files as named, and every `.json` file below the folders; descriptions of recordings left out.
 *
 * Order: as named; inside a folder by name; each file once.
 * Throws: TickscopeError `wrong-usage` for a path that does not exist.
 */
export function listHistoryFiles(paths: readonly string[]): readonly string[] {
  const files = paths.flatMap((path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) throw new TickscopeError('wrong-usage', `There is no file or folder ${path}.`);
    return stats.isDirectory() ? listFolder(path) : [path];
  });
  return [...new Set(files)];
}

const listFolder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.endsWith(DESCRIPTION))
    .toSorted()
    .map((name) => join(folder, name));

/** Reads one file for replay. A file that is no history, or a damaged one, becomes an input with the reason. */
export function readReplayInput(path: string): ReplayInput | UnreadableInput {
  try {
    const { events, ids, viewOnly } = readHistoryFile(path);
    // A replay would compare with values that the server did not store, or wait forever for what it does not know.
    if (viewOnly !== undefined) return { name: path, reason: `${path} may only be viewed: ${viewOnly}.` };
    const { workflowId } = ids;
    const json = events.map(({ canonical }): JsonObject => JSON.parse(canonical));
    const history = HISTORY.encode(fromHistoryJson(json).message).finish();
    return { name: path, history, ...(workflowId !== undefined && { workflowId }) };
  } catch (error) {
    if (error instanceof TickscopeError) return { name: path, reason: error.message };
    throw error;
  }
}
