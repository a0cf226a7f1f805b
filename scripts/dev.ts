/** `npm run dev`: like `npm start`, with pages that follow the sources. */
import { refuseSecondHost } from '../host/host-file.ts';
import { readHostSettings } from '../host/host-settings.ts';
import { findFreePort } from '../host/ports.ts';
import { servePages } from './serve-pages.ts';
import { ROOT, setUpTemporalCli, setUpWorkflowBundle } from './set-up.ts';

const DEFAULT_PORT = 3000;

const settings = readHostSettings(process.env, ROOT);
process.env.TICKSCOPE_DATA = settings.dataFolder;
await refuseSecondHost(settings.dataFolder);
await setUpTemporalCli();
await setUpWorkflowBundle();
const port = await findFreePort(settings.port ?? DEFAULT_PORT);
process.exitCode = await servePages({ root: ROOT, port, demo: settings.demo, mode: 'dev' });
if (process.connected) process.disconnect();
