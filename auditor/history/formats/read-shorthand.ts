import type { JsonFormat } from './json-format.ts';

/** Payloads as values, without a word of their encoding: the HTTP API's shorthand outside its answer, and older readable downloads. */
export const shorthand: JsonFormat = {
  name: 'shorthand',
  title: 'history with shorthand payloads',
  recognise: ({ features }) => features.has('bare payload values'),
  viewOnly: 'its payloads are values in shorthand, not the bytes that the server stored',
};
