import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isReplayReply, type ReplayReply, type ReplayRequest } from './replay-message.ts';

const ENTRY = fileURLToPath(new URL('./replay-one.ts', import.meta.url));
/** From its start: a panic's first lines say what happened, a long backtrace follows. */
const STDERR_KEPT_CHARS = 8_000;

/** `no-answer`: the process was killed at the limit, or died; `detail` is one phrase. */
export type ReplayOutcome = ReplayReply | { readonly kind: 'no-answer'; readonly detail: string };

/** A child process that replays one history at a time; started anew after each death. */
export type ReplayProcess = {
  readonly replay: (request: ReplayRequest, limitMs: number) => Promise<ReplayOutcome>;
  readonly close: () => void;
};

export function createReplayProcess(): ReplayProcess {
  let child: ChildProcess | undefined;
  let stderr = '';
  const start = (): ChildProcess => {
    stderr = '';
    const started = fork(ENTRY, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(0, STDERR_KEPT_CHARS);
    });
    return started;
  };
  const kill = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    close: kill,
    replay: async (request, limitMs) => {
      child ??= start();
      const outcome = await awaitOutcome(child, request, limitMs);
      if (outcome.kind !== 'no-answer') return outcome;
      kill();
      return { kind: 'no-answer', detail: withPanic(outcome.detail, stderr) };
    },
  };
}

function awaitOutcome(child: ChildProcess, request: ReplayRequest, limitMs: number): Promise<ReplayOutcome> {
  const { promise, resolve } = Promise.withResolvers<ReplayOutcome>();
  const noAnswer = (detail: string) => resolve({ kind: 'no-answer', detail });
  const timer = setTimeout(() => noAnswer(`no end within ${limitMs} ms`), limitMs);
  const onMessage = (message: unknown) =>
    isReplayReply(message) ? resolve(message) : noAnswer('an answer that cannot be read');
  const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
    noAnswer(`the replay process ended with ${signal ?? code}`);
  const onError = (error: Error) => noAnswer(`the replay process failed: ${error.message}`);
  child.once('message', onMessage).once('exit', onExit).once('error', onError);
  child.send(request, (error) => error && onError(error));
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', onMessage).off('exit', onExit).off('error', onError);
  });
}

/** The core's panic says more than the silence that follows it. */
function withPanic(detail: string, stderr: string): string {
  const [, place, words] = /(panicked at \S+):\n(.*)/.exec(stderr) ?? [];
  return place === undefined ? detail : `${detail}; the SDK's core ${place}: ${words}`;
}
