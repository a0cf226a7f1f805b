import type { JsonFormat } from './json-format.ts';

/** `{"events":[…]}`: `temporal workflow show -o json`, `tickscope export`, the Web UI's encoded and decoded downloads. */
export const canonicalJson: JsonFormat = {
  name: 'canonical-json',
  title: 'Temporal JSON',
  recognise: ({ place, features }) => place === 'events' && features.size === 0,
};
