import { join } from 'node:path';
import { findOnPath } from './find-on-path.ts';
import { runCommand } from './run-command.ts';

/** The CLI's go.mod asks for it. */
const GO_MINOR_NEEDED = 25;
// 6 minutes on 2 cores; a slower machine gets five times that.
const BUILD_TIMEOUT_MS = 30 * 60_000;

/** Minor number of Go 1.x from the text of `go version`. Absent when: it says something else. */
export function readGoMinor(text: string): number | undefined {
  const found = /go1\.(\d+)/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Builds the Temporal CLI with the machine's Go into `folder` and returns the executable's path. Throws: no Go, too old, build failed. */
export async function goInstallTemporalCli(
  version: string,
  folder: string,
  searchPath: string,
): Promise<string> {
  const go = await findOnPath(['go', '/usr/local/go/bin/go'], searchPath);
  if (go === undefined) throw new Error('Go is not installed');
  const found = await runCommand(go, ['version'], { timeoutMs: 30_000 });
  const minor = readGoMinor(found.output);
  if (minor === undefined || minor < GO_MINOR_NEEDED)
    throw new Error(`Go 1.${GO_MINOR_NEEDED} is needed, this is ${found.output.trim()}`);
  const built = await runCommand(go, ['install', `github.com/temporalio/cli/cmd/temporal@v${version}`], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: '' },
    timeoutMs: BUILD_TIMEOUT_MS,
  });
  if (!built.ok) throw new Error(`go install failed: ${built.output.trim().slice(-2000)}`);
  return join(folder, 'temporal');
}
