import type { Route } from './route.ts';
import { callRoutes } from './routes/call-routes.ts';
import { compareRoutes } from './routes/compare-routes.ts';
import { eventRoutes } from './routes/event-routes.ts';
import { indexRoutes } from './routes/index-routes.ts';
import { runRoutes } from './routes/run-routes.ts';
import { searchRoutes } from './routes/search-routes.ts';
import { tickRoutes } from './routes/tick-routes.ts';

/** Everything that can be asked of the index, in the order of the documentation. A further question is a line in one of these files. */
export const ALL_ROUTES: readonly Route[] = [
  ...indexRoutes,
  ...runRoutes,
  ...tickRoutes,
  ...eventRoutes,
  ...callRoutes,
  ...searchRoutes,
  ...compareRoutes,
];
