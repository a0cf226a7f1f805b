import type { JsonFormat } from './json-format.ts';

/** The Web UI's readable download: each payload's encoding in clear, its value beside it. */
export const uiReadable: JsonFormat = {
  name: 'ui-readable',
  title: "Web UI's readable download",
  recognise: ({ features }) => features.has('readable payloads'),
  viewOnly: 'its payloads are shown as values, not as the bytes that the server stored',
};
