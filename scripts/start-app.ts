import { parseArgs } from 'node:util';
import { HostError } from '../host/control-client.ts';
import { refuseSecondHost } from '../host/host-file.ts';
import { readHostSettings } from '../host/host-settings.ts';
import { isPortFree } from '../host/ports.ts';
import { type ServeOptions, servePages } from './serve-pages.ts';
import { ROOT, setUpPages, setUpTemporalCli, setUpWorkflowBundle } from './set-up.ts';

const DEFAULT_PORT = 3000;

const USAGE = `npm start -- [options], npm run dev -- [options]
  --port <n>   port of the pages (default: PORT, else ${DEFAULT_PORT})
  --no-demo    start no demo run
  --json       a line of JSON when all is up, and nothing else on standard output`;

function readArguments() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string' },
      demo: { type: 'boolean', default: true },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  return values;
}

async function checkPort(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw new HostError(
    'action-refused',
    `Port ${port} of this machine is in use by another program. End that program or choose another port: PORT=${port + 1} npm start`,
  );
}

async function start(mode: ServeOptions['mode']): Promise<number> {
  const { port: wantedPort, demo, json, help } = readArguments();
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const port = Number(wantedPort ?? (process.env.PORT || DEFAULT_PORT));
  const env = {
    ...process.env,
    PORT: String(port),
    TICKSCOPE_DEMO: demo ? (process.env.TICKSCOPE_DEMO ?? '1') : '0',
  };
  const settings = readHostSettings(env, ROOT);
  process.env.TICKSCOPE_DATA = settings.dataFolder;
  await refuseSecondHost(settings.dataFolder);
  await checkPort(port);
  if (settings.temporalAddress === undefined) await setUpTemporalCli();
  await setUpWorkflowBundle();
  if (mode === 'start') await setUpPages();
  const { dataFolder, demo: wanted } = settings;
  return servePages({ root: ROOT, port, dataFolder, demo: wanted, mode, output: json ? 'json' : 'text' });
}

/** Sets up what is missing and serves the app with everything that it needs until Ctrl-C; sets the exit code. */
export async function startApp(mode: ServeOptions['mode']): Promise<void> {
  try {
    process.exitCode = await start(mode);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof HostError ? error.code : 'unexpected';
    const line = process.argv.includes('--json') ? JSON.stringify({ error: { code, message } }) : message;
    process.stderr.write(`${line}\n`);
    process.exitCode = 1;
  }
  // The channel to whoever started this would keep it alive.
  if (process.connected) process.disconnect();
}
