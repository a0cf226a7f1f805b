import type { BinaryFormat } from './binary-format.ts';
import type { JsonFormat } from './json-format.ts';
import { binaryHistory } from './read-binary-history.ts';
import { canonicalJson } from './read-canonical-json.ts';
import { cloudExport } from './read-cloud-export.ts';
import { eventList } from './read-event-list.ts';
import { httpApi, httpApiShorthand } from './read-http-api.ts';
import { jsonLines } from './read-json-lines.ts';
import { sdkDump } from './read-sdk-dump.ts';
import { shorthand } from './read-shorthand.ts';
import { snakeCase } from './read-snake-case.ts';
import { uiPage } from './read-ui-page.ts';
import { uiRaw } from './read-ui-raw.ts';
import { uiReadable } from './read-ui-readable.ts';

/**
 * Every form of JSON that is read. Those of binary files have readers of their own.
 *
 * Order: the first that recognises a history reads it, so that a form which says more comes before one that says less.
 */
export const JSON_FORMATS: readonly JsonFormat[] = [
  uiPage,
  uiRaw,
  httpApiShorthand,
  uiReadable,
  shorthand,
  snakeCase,
  httpApi,
  jsonLines,
  canonicalJson,
  eventList,
  sdkDump,
];

/** Every binary form that is read. */
export const BINARY_FORMATS: readonly BinaryFormat[] = [binaryHistory, cloudExport];
