import type { RouteConfig } from '@remix-run/route-config';
import { route } from '@remix-run/route-config';

/** The map of addresses, one line a page. */
export default [
  route('about-data', 'routes/about-data/route.tsx'),
  route('*', 'routes/not-found/route.tsx'),
] satisfies RouteConfig;
