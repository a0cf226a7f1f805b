import { fileURLToPath } from 'node:url';

/** Root folder of this clone: what is not said otherwise lies there, wherever the command is called from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
