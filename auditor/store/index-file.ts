import { statSync } from 'node:fs';
import { TickscopeError } from '../base/tickscope-error.ts';

/** Name of the index inside a data folder. */
export const INDEX_FILE = 'tickscope.db';

/** Throws: TickscopeError `index-unusable` when something else than a folder stands where the data folder should be. */
export function refuseFile(dataFolder: string): void {
  if (statSync(dataFolder, { throwIfNoEntry: false })?.isDirectory() ?? true) return;
  const message = `${dataFolder} is a file, and the index lies in a folder. Name one: --data <folder>, or TICKSCOPE_DATA`;
  throw new TickscopeError('index-unusable', message);
}
