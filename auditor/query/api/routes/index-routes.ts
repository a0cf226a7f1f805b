import { getIndexStatus } from '../../get-index-status.ts';
import { jsonRoute, type Route } from '../route.ts';
import { indexStatusSchema } from '../schemas/status.ts';

export const indexRoutes: readonly Route[] = [
  jsonRoute({
    operationId: 'getStatus',
    path: '/status',
    summary: 'How much the index holds, and how fresh it is.',
    pathParams: {},
    queryParams: {},
    answer: indexStatusSchema,
    run: (index) => getIndexStatus(index),
  }),
];
