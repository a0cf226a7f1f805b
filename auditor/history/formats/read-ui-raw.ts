import type { JsonFormat } from './json-format.ts';

/** The Web UI's raw history: Go's own JSON, with snake_case keys, enums as numbers and oneofs in a wrapper. */
export const uiRaw: JsonFormat = {
  name: 'ui-raw',
  title: "Web UI's raw history",
  recognise: ({ features }) => features.has('wrapped oneofs'),
  viewOnly: "it is the server's internal form, from which no tool of Temporal replays",
};
