import { ALL_ROUTES } from '../query/api/all-routes.ts';
import { API_BASE } from '../query/api/find-route.ts';

/** What somebody reads who opens the server's address: every question, in one line each. */
export function toHomeText(): string {
  const routes = ALL_ROUTES.map(({ path, summary }) => `GET ${API_BASE}${path}\n    ${summary}`);
  return [
    'Tickscope query API. It only reads, and answers this machine alone.',
    '',
    ...routes,
    `GET ${API_BASE}/changes\n    Server-sent events: change whenever the index has grown.`,
    `GET ${API_BASE}/openapi.json\n    All of this as OpenAPI 3.1, with parameters and answers.`,
    '',
  ].join('\n');
}
