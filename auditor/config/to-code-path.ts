import { TickscopeError } from '../base/tickscope-error.ts';
import type { Config } from './read-config.ts';

/** A file of code that the configuration names. Throws: TickscopeError `wrong-usage` when that one may name none. */
export function toCodePath(config: Config, path: string): string {
  if (config.mayRunCode) return config.toPath(path);
  const message = `${config.file} names code, ${path}, which is not run from a data folder. To trust it: --config ${config.file}`;
  throw new TickscopeError('wrong-usage', message);
}
