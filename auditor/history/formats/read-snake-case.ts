import type { JsonFormat } from './json-format.ts';

/** Canonical but for its keys: what protobuf libraries write when told to keep the names of the .proto files. */
export const snakeCase: JsonFormat = {
  name: 'snake-case',
  title: 'history with snake_case keys',
  recognise: ({ features }) => features.has('snake-case keys'),
  viewOnly: 'its keys are not those of the canonical form, so it came by way of another tool',
};
