import type { ApiRoute } from './api.ts';

/** A route that answers a request, with what its path parameters stand for (decoded, as the path is). */
export interface RouteMatch {
  readonly route: ApiRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route of a request as API Gateway does: the most specific full match, then the longest greedy one, then
 * `$default`; a named method goes before ANY. `path` is decoded.
 */
export function findRoute(routes: readonly ApiRoute[], method: string, path: string): RouteMatch | undefined {
  const candidates = routes.flatMap((route) => {
    const match = matchRoute(route, method, path);
    return match ? [match] : [];
  });
  const [best] = candidates.toSorted((a, b) => (a.rank < b.rank ? 1 : -1));
  return best && { route: best.route, pathParameters: best.pathParameters };
}

/** A rank is compared as text: for each segment 3 (fixed), 2 (parameter) or 1 (greedy), then the method. */
function matchRoute(
  route: ApiRoute,
  method: string,
  path: string,
): (RouteMatch & { rank: string }) | undefined {
  if (route.key === '$default') return { route, pathParameters: {}, rank: '0' };
  const [wantedMethod = '', pattern = ''] = route.key.split(' ');
  if (wantedMethod !== 'ANY' && wantedMethod !== method) return undefined;
  const segments = path.split('/').slice(1);
  const parameters: Record<string, string> = {};
  let rank = '';
  for (const [index, wanted] of pattern.split('/').slice(1).entries()) {
    const name = /^\{(.+?)(\+?)\}$/.exec(wanted);
    const given = segments[index];
    if (given === undefined || (name && given === '')) return undefined;
    if (name?.[2] === '+') {
      return {
        route,
        pathParameters: { ...parameters, [name[1] ?? '']: segments.slice(index).join('/') },
        rank: `${rank}1`,
      };
    }
    if (!name && given !== wanted) return undefined;
    if (name) parameters[name[1] ?? ''] = given;
    rank += name ? '2' : '3';
  }
  if (segments.length !== pattern.split('/').length - 1) return undefined;
  return { route, pathParameters: parameters, rank: `${rank}${wantedMethod === 'ANY' ? '4' : '5'}` };
}
