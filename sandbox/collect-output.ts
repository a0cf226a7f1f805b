import type { ChildProcess } from 'node:child_process';
import type { SandboxLimits, SandboxResult } from './protocol.ts';

export type CollectedOutput =
  | { readonly kind: 'ended'; readonly output: string }
  | Extract<SandboxResult, { kind: 'error' }>;

/** Longest complaint kept of a program that crashed. */
const MAX_ERROR_BYTES = 4_000;

/** Waits for a program to end and takes its stdout; kills it when it takes too long or says too much. */
export function collectOutput(child: ChildProcess, limits: SandboxLimits): Promise<CollectedOutput> {
  let passed: 'output-limit' | 'time-limit' | undefined;
  const kill = (limit: 'output-limit' | 'time-limit') => {
    passed ??= limit;
    child.kill('SIGKILL');
  };
  const output = capture(child.stdout, limits.maxOutputBytes, () => kill('output-limit'));
  const errors = capture(child.stderr, MAX_ERROR_BYTES, () => undefined);
  const timer = setTimeout(() => kill('time-limit'), limits.wallClockMs);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ kind: 'error', code: 'crashed', message: error.message });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (passed !== undefined) resolve(toLimitError(passed, limits));
      else if (code === 0) resolve({ kind: 'ended', output: output() });
      else resolve(toCrash(code ?? signal, errors()));
    });
  });
}

function capture(stream: ChildProcess['stdout'], maxBytes: number, onFull: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) onFull();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function toLimitError(code: 'output-limit' | 'time-limit', limits: SandboxLimits): CollectedOutput {
  const message =
    code === 'time-limit'
      ? `The backtest took longer than ${limits.wallClockMs} ms and was ended.`
      : `The backtest wrote more than ${limits.maxOutputBytes} bytes and was ended.`;
  return { kind: 'error', code, message };
}

function toCrash(exit: number | string | null, errors: string): CollectedOutput {
  // The line that names the error, not the source line that Node prints above it.
  const line = errors.split('\n').find((candidate) => /Error|FATAL/.test(candidate)) ?? 'no message';
  return {
    kind: 'error',
    code: 'crashed',
    message: `The backtest ended with ${exit}: ${line.trim().slice(0, 300)}`,
  };
}
