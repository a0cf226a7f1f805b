/** `npm start`: sets up what is missing, serves the app and everything that it needs, until Ctrl-C. */
import { startApp } from './start-app.ts';

await startApp('start');
