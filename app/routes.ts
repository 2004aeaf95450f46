import type { RouteConfig } from '@remix-run/route-config';
import { route } from '@remix-run/route-config';

/** The map of addresses, one line a page. */
export default [
  route('roles', 'routes/roles/route.tsx'),
  route('roles/compare', 'routes/role-compare/route.tsx'),
  route('roles/:id', 'routes/role/route.tsx'),
  route('paths', 'routes/paths/route.tsx'),
  route('about-data', 'routes/about-data/route.tsx'),
  route('*', 'routes/not-found/route.tsx'),
] satisfies RouteConfig;
