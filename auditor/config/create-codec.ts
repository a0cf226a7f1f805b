import { resolve } from 'node:path';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Codec } from '../history/codec/codec.ts';
import { loadModuleCodec } from '../history/codec/module-codec.ts';
import { createRemoteCodec } from '../history/codec/remote-codec.ts';
import type { Config } from './read-config.ts';
import { toCodePath } from './to-code-path.ts';

/** What a command line says about the codec. */
export type CodecFlags = {
  readonly endpoint?: string;
  readonly headers?: ReadonlyMap<string, string>;
  /** Relative to the working directory. */
  readonly module?: string;
};

type Env = Record<string, string | undefined>;

const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * The codec that is configured: flags, else TEMPORAL_CODEC_ENDPOINT and TEMPORAL_CODEC_AUTH, else the file. An endpoint and a module
 * exclude each other where they are named together.
 *
 * Absent when: none is named.
 * Throws: TickscopeError `wrong-usage`.
 */
export async function createCodec(config: Config, flags: CodecFlags, env: Env): Promise<Codec | undefined> {
  const headers = toHeaders(config, flags, env);
  const timeoutMs = config.codec?.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const remote = (endpoint: string): Codec => createRemoteCodec({ endpoint, headers, timeoutMs });
  refuseBoth(flags.endpoint, flags.module);
  if (flags.module !== undefined) return await loadModuleCodec(resolve(flags.module), timeoutMs);
  const endpoint = flags.endpoint ?? (env.TEMPORAL_CODEC_ENDPOINT || undefined);
  if (endpoint !== undefined) return remote(endpoint);
  const { codec } = config;
  if (codec?.module !== undefined) return await loadModuleCodec(toCodePath(config, codec.module), timeoutMs);
  return codec?.endpoint === undefined ? undefined : remote(codec.endpoint);
}

function toHeaders(config: Config, flags: CodecFlags, env: Env): ReadonlyMap<string, string> {
  const auth = env.TEMPORAL_CODEC_AUTH;
  return new Map([
    ...Object.entries(config.codec?.headers ?? {}).map(([key, value]) => [key.toLowerCase(), value] as const),
    ...(auth ? [['authorization', auth] as const] : []),
    ...(flags.headers ?? []),
  ]);
}

function refuseBoth(endpoint: string | undefined, module: string | undefined): void {
  if (endpoint === undefined || module === undefined) return;
  throw new TickscopeError('wrong-usage', 'A codec is an endpoint or a module, not both.');
}
