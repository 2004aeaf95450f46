import { z } from 'zod';

/** A password is taken as it was typed; how good a new one has to be is judged with the words around it known. */
const Password = z.string().max(1024, 'Please use at most 1024 characters.');
const SignInName = z.string().trim().min(1);
const Token = z.string().min(1).max(200);

/** Where to go after signing in; kept to our own pages by the route. */
const RedirectTo = z.string().max(2000).optional();

export const demonstrationPeople = ['technician', 'manager', 'recruiter', 'administrator'] as const;
export type DemonstrationPerson = (typeof demonstrationPeople)[number];

export const SignInInput = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('password'), name: SignInName.max(200), password: Password, redirectTo: RedirectTo }),
  z.object({ intent: z.literal('demonstration'), as: z.enum(demonstrationPeople), redirectTo: RedirectTo }),
]);
export type PasswordSignIn = Extract<z.output<typeof SignInInput>, { intent: 'password' }>;

export const LoginParams = z.object({ redirectTo: RedirectTo });
export const LinkParams = z.object({ token: Token.optional() });

export const SetUpInput = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('demonstration') }),
  z.object({ intent: z.literal('empty') }),
  z.object({
    intent: z.literal('begin'),
    token: Token,
    organisation: z.string().trim().min(1).max(100),
    timeZone: z.string().refine(isTimeZone, 'Please choose one of the time zones.'),
    name: z.string().trim().min(1).max(100),
    signInName: SignInName.min(2).max(60).regex(/^[\p{L}\p{N}._@-]+$/u, 'Please use letters, digits and . _ - @ only.'),
    password: Password,
  }),
]);
export type BeginInput = Extract<z.output<typeof SetUpInput>, { intent: 'begin' }>;

export const ChoosePasswordInput = z.object({ token: Token, password: Password });
export type ChoosePasswordInput = z.output<typeof ChoosePasswordInput>;

export const AccountInput = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('change-password'), currentPassword: Password, password: Password }),
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
