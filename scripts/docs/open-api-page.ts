import { createOpenApi } from '../../auditor/query/api/open-api.ts';
import type { GeneratedPage } from './generated-page.ts';

/** docs/openapi.json: the query API, as the app and `tickscope serve` serve it at /api/audit/openapi.json. */
export const openApiPage: GeneratedPage = {
  path: 'docs/openapi.json',
  generate: () => `${JSON.stringify(createOpenApi(), null, 2)}\n`,
};
