import { resolve } from 'node:path';

/** Where the index lies. */
export const dataFolder = (): string =>
  resolve(/* turbopackIgnore: true */ process.env.TICKSCOPE_DATA ?? 'data');
