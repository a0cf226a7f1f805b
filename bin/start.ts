import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { EXIT_CODE } from '../auditor/cli/exit-code.ts';
import { readGlobalOptions } from '../auditor/cli/global-options.ts';
import { parseCount } from '../auditor/cli/parse-number.ts';
import { ROOT } from './root-folder.ts';

const EXAMPLES = `
Examples:
  $ tickscope start
  $ tickscope start --port 4000 --no-demo
  $ tickscope start --json                      a line of JSON when all is up: address, Temporal, processes

${EXIT_CODE}`;

/** `tickscope start`: the same as `npm start`. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('serve the app with all that it needs: Temporal, stand-ins, worker, follower')
    .option('--port <n>', 'port of the pages (default: PORT, else 3000)', parseCount(65_535))
    .option('--no-demo', 'start no demo run')
    .addHelpText('after', EXAMPLES)
    .action(async (options: { port?: number; demo: boolean }, command: Command) => {
      const args = ['scripts/bootstrap.mjs', 'start'];
      if (options.port !== undefined) args.push('--port', String(options.port));
      if (!options.demo) args.push('--no-demo');
      if (readGlobalOptions(command).json) args.push('--json');
      const child = spawn(process.execPath, args, {
        cwd: ROOT,
        env: { ...process.env, TICKSCOPE_DATA: readGlobalOptions(command).dataFolder },
        stdio: 'inherit',
      });
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.on(signal, () => child.kill(signal));
      const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
      process.exitCode = code ?? 1;
    });
}
