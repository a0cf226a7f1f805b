/** The host without pages: everything that the app needs, in a process of its own. */
import { fileURLToPath } from 'node:url';
import { runHost } from './run-host.ts';

await runHost(fileURLToPath(new URL('..', import.meta.url)));
