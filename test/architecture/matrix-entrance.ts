import { everybody, signedIn, type Rights } from './rights.ts';

/** Who may ask what of sign-in and accounts. The words are explained in permission-matrix.ts. */
export const entranceRights: readonly Rights[] = [
  {
    route: 'home', address: '/', public: ['loader'], forms: null,
    get: `
      anonymous+disabled                    /login
      subject+manager+head+deputy+other     /flags
      report+colleague                      /people/{}
      recruiter                             /search
      admin                                 /roles`,
  },
  { route: 'login', address: '/login', public: ['loader', 'action'], get: `
      anonymous+disabled  sign-in
      subject+report+colleague+manager+head+deputy+other+recruiter+admin  /`, forms: { 'sign in': `
      anonymous+disabled  kept
      subject+report+colleague+manager+head+deputy+other+recruiter+admin  away` } },
  { route: 'logout', address: '/logout', public: ['loader', 'action'], resource: true, get: everybody('/'), forms: {} },
  { route: 'setup', address: '/setup', public: ['loader', 'action'], get: everybody('/login'), forms: { 'set up': everybody('404') } },
  { route: 'password', address: '/password', public: ['loader', 'action'], get: everybody('dead/404'), forms: { 'choose a password': everybody('kept') } },
  {
    route: 'account', address: '/account', get: signedIn('own'),
    forms: {
      'change the password': `
        anonymous+disabled  401
        subject+report+colleague+manager+head+deputy+other+recruiter+admin  kept`,
      'end a session of somebody else': `
        anonymous+disabled  401
        subject+report+colleague+manager+head+deputy+other+recruiter+admin  kept`,
    },
  },
  { route: 'about-data', address: '/about-data', public: ['loader'], get: everybody('nothing'), forms: null },
  { route: 'not-found', address: '/no-such-page', public: ['loader', 'action'], get: everybody('404'), forms: { 'sign out': everybody('404') } },
];
