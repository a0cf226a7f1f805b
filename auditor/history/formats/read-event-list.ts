import type { JsonFormat } from './json-format.ts';

/** A bare list of events, or one in some object that no tool of Temporal writes. */
export const eventList: JsonFormat = {
  name: 'event-list',
  title: 'bare list of events',
  recognise: ({ features }) => features.size === 0,
};
