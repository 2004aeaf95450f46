interface RouteEntry {
  id: string;
  parentId?: string | undefined;
  path?: string | undefined;
  index?: boolean | undefined;
}

/**
 * Tells the route an address belongs to, e.g. '/people/:id', for the log: what stands in the parameters,
 * or at an address that is no page, may be personal and is not written down.
 */
export function pathPatterns(routes: Record<string, RouteEntry | undefined>): (path: string) => string {
  const patterns = Object.values(routes).filter((route) => route !== undefined)
    .map((route) => fullPath(route, routes)).filter((pattern) => !pattern.includes('*'));
  const known = [...new Set(['/', '/healthz', '/readyz', ...patterns])].map((pattern) => ({ pattern, parts: pattern.split('/') }));
  known.sort((a, b) => parameters(a.parts) - parameters(b.parts));
  return (path) => {
    if (path.startsWith('/assets/')) return '/assets';
    const parts = (path.replace(/\.data$/, '').replace(/^\/_root$/, '/').replace(/(.)\/$/, '$1')).split('/');
    const match = known.find((candidate) => candidate.parts.length === parts.length
      && candidate.parts.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at])));
    return match?.pattern ?? '(no page)';
  };
}

function fullPath(route: RouteEntry, routes: Record<string, RouteEntry | undefined>): string {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  const above = parent ? fullPath(parent, routes) : '/';
  const own = route.path ?? '';
  return own === '' ? above : `${above === '/' ? '' : above}/${own.replace(/^\//, '')}`;
}

function parameters(parts: string[]): number {
  return parts.filter((part) => part.startsWith(':')).length;
}
