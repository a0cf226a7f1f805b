import type { JsonFormat } from './json-format.ts';

/** A bare list of events. */
export const eventList: JsonFormat = {
  name: 'event-list',
  title: 'bare list of events',
  recognise: ({ place, features }) => place === 'list' && features.size === 0,
};
