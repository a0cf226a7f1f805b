import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Temporal's command line program, whose dev server the tests use. Throws: Error that says how to get it. */
export function findTemporalCli(): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const path = process.env.TICKSCOPE_TEMPORAL_CLI ?? join(cache, 'tickscope/temporal-cli-1.5.1/temporal');
  if (existsSync(path)) return path;
  throw new Error(`No Temporal CLI at ${path}. Run "npm run setup", or set TICKSCOPE_TEMPORAL_CLI.`);
}
