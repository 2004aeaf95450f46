import { z } from 'zod';

/** A password is taken as it was typed; how good a new one has to be is judged with the words around it known. */
const password = (missing = 'Please type your password.') => z.string(missing).max(1024, 'Please use at most 1024 characters.');
const newPassword = () => password('Please choose a password.');
const text = (missing: string) => z.string(missing).trim().min(1, missing);
const signInName = text('Please type your sign-in name.');
const Token = z.string().min(1).max(200);

/** Where to go after signing in; kept to our own pages by the route. */
const RedirectTo = z.string().max(2000).optional();

export const demonstrationPeople = ['technician', 'manager', 'recruiter', 'administrator'] as const;
export type DemonstrationPerson = (typeof demonstrationPeople)[number];

export const SignInInput = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('password'), name: signInName.max(200), password: password(), redirectTo: RedirectTo }),
  z.object({ intent: z.literal('demonstration'), as: z.enum(demonstrationPeople), redirectTo: RedirectTo }),
]);

export const LoginParams = z.object({ redirectTo: RedirectTo });
export const LinkParams = z.object({ token: Token.optional() });

export const SetUpInput = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('demonstration') }),
  z.object({ intent: z.literal('empty') }),
  z.object({
    intent: z.literal('begin'),
    token: Token,
    organisation: text('Please name the organisation.').max(100),
    timeZone: z.string('Please choose a time zone.').refine(isTimeZone, 'Please choose one of the time zones.'),
    name: text('Please type your name.').max(100),
    signInName: text('Please choose a sign-in name.').min(2).max(60).regex(/^[\p{L}\p{N}._@-]+$/u, 'Please use letters, digits and . _ - @ only.'),
    password: newPassword(),
  }),
]);
export type BeginInput = Extract<z.output<typeof SetUpInput>, { intent: 'begin' }>;

export const ChoosePasswordInput = z.object({ token: Token, password: newPassword() });
export type ChoosePasswordInput = z.output<typeof ChoosePasswordInput>;

export const AccountInput = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('change-password'), currentPassword: password('Please type your current password.'), password: newPassword() }),
  z.object({ intent: z.literal('end-session'), sessionId: z.number().int().positive().max(2_147_483_647) }),
  z.object({ intent: z.literal('end-others') }),
]);
export type ChangePasswordInput = Extract<z.output<typeof AccountInput>, { intent: 'change-password' }>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
