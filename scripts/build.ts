/** `npm run build`: the workflow bundle and the pages. */
import { setUpPages, setUpWorkflowBundle } from './set-up.ts';

await setUpWorkflowBundle();
await setUpPages();
if (process.connected) process.disconnect();
