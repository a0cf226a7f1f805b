import { TickscopeError } from '../../base/tickscope-error.ts';
import { ALL_ROUTES } from './all-routes.ts';
import type { Route } from './route.ts';

/** Where every route lies below, in the app and in `tickscope serve`. */
export const API_BASE = '/api/audit';

/** A route, and the parts of its path, decoded. */
export type FoundRoute = { readonly route: Route; readonly path: Readonly<Record<string, string>> };

/**
 * The route of an address, as it stands in the request: still percent-encoded, since a workflow id may hold slashes.
 *
 * Throws: TickscopeError `no-such-address`; URIError for percent signs that encode nothing.
 */
export function findRoute(pathname: string): FoundRoute {
  const segments = pathname.startsWith(`${API_BASE}/`) ? pathname.slice(API_BASE.length).split('/') : [];
  for (const route of ALL_ROUTES) {
    const path = matchPath(route.path.split('/'), segments);
    if (path) return { route, path };
  }
  const shown = JSON.stringify(pathname.slice(0, 200));
  throw new TickscopeError('no-such-address', `There is nothing at ${shown}. See: ${API_BASE}/openapi.json`);
}

function matchPath(
  template: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (template.length !== segments.length) return undefined;
  const found = new Map<string, string>();
  for (const [at, part] of template.entries()) {
    const segment = segments[at] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined && part !== segment) return undefined;
    if (name !== undefined) found.set(name, segment);
  }
  return Object.fromEntries([...found].map(([name, segment]) => [name, decodeURIComponent(segment)]));
}
