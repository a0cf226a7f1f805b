import { execFile } from 'node:child_process';

interface CommandResult {
  readonly ok: boolean;
  /** Standard output and error together, as text. */
  readonly output: string;
}

interface CommandOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly timeoutMs: number;
}

const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Runs a command without a shell and never throws: a command that is missing, fails or takes too long is `ok: false`. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  const { timeoutMs, ...where } = options;
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      { ...where, timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES },
      (error, stdout, stderr) => {
        resolve({ ok: error === null, output: `${stdout}${stderr}` || (error?.message ?? '') });
      },
    );
  });
}
