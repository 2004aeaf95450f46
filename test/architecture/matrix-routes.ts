import { signedIn, type Rights } from './rights.ts';

/** Who may ask what of the catalogue: everybody who is signed in, and reckoned from their own standing. The words are explained in permission-matrix.ts. */
export const routeRights: readonly Rights[] = [
  { route: 'roles', address: '/roles', get: signedIn('all'), forms: null },
  { route: 'role-compare', address: '/roles/compare?a=help-desk-technician&b=help-desk-analyst', get: signedIn('both'), forms: null },
  { route: 'role-compare', address: '/roles/compare', get: signedIn('choice'), forms: null },
  { route: 'role', address: '/roles/help-desk-analyst', get: signedIn('all'), forms: null },
  { route: 'role', address: '/roles/no-such-role', get: signedIn('404'), forms: null },
  { route: 'role-advert', address: '/roles/network-analyst/advert?from=help-desk-technician', get: signedIn('all'), forms: null },
  { route: 'role-advert', address: '/roles/no-such-role/advert', get: signedIn('404'), forms: null },
  { route: 'paths', address: '/paths', get: signedIn('map'), forms: null },
  { route: 'paths', address: '/paths?from=help-desk-technician&to=network-analyst', get: signedIn('routes'), forms: null },
  { route: 'paths', address: '/paths?from=help-desk-technician&to=network-analyst&if=network-routing.3&if=ccna', get: signedIn('what-if'), forms: null },
  { route: 'paths', address: '/paths?to=network-analyst&skill=network-routing&level=3', get: signedIn('/paths'), forms: null },
  { route: 'paths', address: '/paths?if=no-such-certificate', get: signedIn('404'), forms: null },
];
