import type { JsonFormat } from './json-format.ts';

/** One event per line, as `tickscope export --format jsonl` writes it. */
export const jsonLines: JsonFormat = {
  name: 'json-lines',
  title: 'one event per line',
  recognise: ({ place, features }) => place === 'lines' && features.size === 0,
};
