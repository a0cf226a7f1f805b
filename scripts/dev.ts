/** `npm run dev`: like `npm start`, with pages that follow the sources. */
import { startApp } from './start-app.ts';

await startApp('dev');
