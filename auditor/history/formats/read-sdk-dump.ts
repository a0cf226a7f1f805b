import type { JsonFormat } from './json-format.ts';

/**
 * `JSON.stringify` of a history that an SDK fetched: times as `{seconds, nanos}`, in other dumps also int64 as `{low, high}` and bytes as
 * lists of numbers. Nothing is lost in it.
 *
 * Source: temporalio/sdk-typescript issue 1362.
 */
export const sdkDump: JsonFormat = {
  name: 'sdk-dump',
  title: "dump of an SDK's history object",
  recognise: ({ features }) => [...features].every((feature) => feature === 'objects for scalars'),
};
