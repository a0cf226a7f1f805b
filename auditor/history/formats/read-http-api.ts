import type { JsonFormat } from './json-format.ts';

const isAnswer = (place: string): boolean => place === 'history.events';

/**
 * An answer of the server's HTTP API, with payloads as they are stored.
 *
 * Source: `/api/v1/namespaces/…/workflows/…/history?noPayloadShorthand`, or `Accept: application/json+no-payload-shorthand`.
 */
export const httpApi: JsonFormat = {
  name: 'http-api',
  title: "answer of the server's HTTP API",
  recognise: ({ place, features }) => isAnswer(place) && features.size === 0,
};

/** The same with payloads as values, which is what the server gives when not asked otherwise. */
export const httpApiShorthand: JsonFormat = {
  name: 'http-api-shorthand',
  title: "answer of the server's HTTP API with shorthand payloads",
  recognise: ({ place, features }) => isAnswer(place) && features.has('bare payload values'),
  viewOnly: 'its payloads are values in shorthand, not the bytes that the server stored',
};
