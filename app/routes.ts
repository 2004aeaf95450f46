import type { RouteConfig } from '@remix-run/route-config';
import { index, route } from '@remix-run/route-config';

/** The map of addresses, one line a page. */
export default [
  index('routes/home/route.tsx'),
  route('login', 'routes/login/route.tsx'),
  route('logout', 'routes/logout/route.tsx'),
  route('setup', 'routes/setup/route.tsx'),
  route('password', 'routes/password/route.tsx'),
  route('account', 'routes/account/route.tsx'),
  route('roles', 'routes/roles/route.tsx'),
  route('roles/compare', 'routes/role-compare/route.tsx'),
  route('roles/:id', 'routes/role/route.tsx'),
  route('paths', 'routes/paths/route.tsx'),
  route('people', 'routes/people/route.tsx'),
  route('people/:id', 'routes/my-path/route.tsx'),
  route('palette', 'routes/palette/route.tsx'),
  route('people/:id/skills', 'routes/skills/route.tsx'),
  route('people/:id/skills/:skill', 'routes/rate-skill/route.tsx'),
  route('people/:id/history', 'routes/history/route.tsx'),
  route('people/:id/history/:kind/:entry', 'routes/history-entry/route.tsx'),
  route('people/:id/conversation', 'routes/conversation/route.tsx'),
  route('flags', 'routes/flags/route.tsx'),
  route('talks/new', 'routes/talk-new/route.tsx'),
  route('talks/:id', 'routes/talk/route.tsx'),
  route('people/:id/visibility', 'routes/visibility/route.tsx'),
  route('people/:id/take-with-me', 'routes/take-with-me/route.tsx'),
  route('people/:id/take-with-me/everything.json', 'routes/take-everything/route.tsx'),
  route('search', 'routes/search/route.tsx'),
  route('search/:alias', 'routes/profile/route.tsx'),
  route('about-data', 'routes/about-data/route.tsx'),
  route('*', 'routes/not-found/route.tsx'),
] satisfies RouteConfig;
