import { extname } from 'node:path';
import { z } from 'zod';
import { createRuleReader } from '../adapters/json-rule.ts';
import { jsonRuleSchema } from '../adapters/json-rule-schema.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { FrameworkReader } from '../model/model-call.ts';
import { parseJsonFile } from './parse-json-file.ts';
import type { Config } from './read-config.ts';
import { toCodePath } from './to-code-path.ts';

const isFunction = (value: unknown): boolean => typeof value === 'function';

// The object itself, not zod's copy of it: a method needs its `this`.
const readerSchema = z.custom<FrameworkReader>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'readCall' in value &&
    isFunction(value.readCall) &&
    (!('readToolRun' in value) || value.readToolRun === undefined || isFunction(value.readToolRun)),
);

/**
 * The readers of agent frameworks that the configuration names: rules in JSON, and code whose default export is a `FrameworkReader`.
 *
 * Throws: TickscopeError `wrong-usage` that names the file and what is wrong with it.
 */
export function loadAdapters(config: Config): readonly FrameworkReader[] {
  return (config.adapters ?? []).map((path) => {
    if (extname(path) === '.json')
      return createRuleReader(parseJsonFile(config.toPath(path), jsonRuleSchema));
    return loadCode(toCodePath(config, path));
  });
}

function loadCode(file: string): FrameworkReader {
  const reader = readerSchema.safeParse(requireDefault(file));
  if (!reader.success) {
    throw new TickscopeError(
      'wrong-usage',
      `${file}: the default export is no FrameworkReader with name and readCall.`,
    );
  }
  return namingFile(reader.data, file);
}

function requireDefault(file: string): unknown {
  try {
    // By this way no bundler tries to follow the path.
    const loaded: unknown = process.getBuiltinModule('node:module').createRequire(file)(file);
    return z.looseObject({ default: z.unknown() }).parse(loaded).default;
  } catch (error) {
    const why = error instanceof z.ZodError ? 'it has no default export' : toText(error);
    throw new TickscopeError('wrong-usage', `${file} cannot be loaded as an adapter: ${why}.`, {
      cause: error,
    });
  }
}

/** What a user's code throws comes up far from its file. */
function namingFile(reader: FrameworkReader, file: string): FrameworkReader {
  const guard = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw new TickscopeError('wrong-usage', `${file} failed: ${toText(error)}`, { cause: error });
    }
  };
  return {
    name: reader.name,
    readCall: (activity) => guard(() => reader.readCall(activity)),
    readToolRun: (activity) => guard(() => reader.readToolRun?.(activity)),
  };
}

const toText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
