import { z } from 'zod';
import { searchPayloads } from '../../search-payloads.ts';
import { cursorParam, limitParam } from '../parameters.ts';
import { jsonRoute, type Route } from '../route.ts';
import { searchPageSchema } from '../schemas/search.ts';

/** Longer searches are a mistake, or an attempt to keep the reader busy. */
const LONGEST_SEARCH = 2_000;

export const searchRoutes: readonly Route[] = [
  jsonRoute({
    operationId: 'searchPayloads',
    path: '/search',
    summary: 'Events by what their payloads, messages, failures and summaries say, with filters.',
    pathParams: {},
    queryParams: {
      q: z.string().min(1).max(LONGEST_SEARCH).describe('Words, "phrases", filters: see docs/search.md.'),
      limit: limitParam(200, 20),
      cursor: cursorParam.optional(),
    },
    answer: searchPageSchema,
    run: (index, { q, ...page }) => searchPayloads(index, { text: q, ...page }),
  }),
];
