import { z } from 'zod';
import { isDay } from '#app/domain/date.ts';
import { pauseKinds } from '#app/domain/pause.ts';
import { shifts } from '#app/domain/shift.ts';

const id = z.number().int().positive().max(2_147_483_647);
const slug = z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Please choose from the list.');
const day = z.string('Please give a day.').refine(isDay, 'Please give a day that exists, for example 21 November 2026.');
const words = (longest: number) => z.string().trim().max(longest, `Please keep to at most ${longest} characters.`);
const hours = 'Hours a week are more than 0 and at most 80.';
const led = 'Please give a whole number of people, 0 to 10,000.';

/** A rule over several fields, told beside one of them together with the faults of single fields. */
const beside = (path: string, message: string) => ({ path: [path], message, when: () => true });

/** Of the entry as the form showed it; 0 for a new one. */
const version = z.number().int().min(0).max(2_147_483_647).default(0);

/** `/people/:id/history` */
export const HistoryParams = z.object({ id });

/** `/people/:id/history/appointments/new` and `/people/:id/history/pauses/12` */
export const EntryParams = z.object({
  id,
  kind: z.enum(['appointments', 'pauses', 'certificates', 'education']),
  entry: z.string().regex(/^(new|[1-9]\d{0,9})$/),
});

/** `/people/:id/history/certificates/new?renews=12`: the certificate that a new one takes over from. */
export const EntrySearch = z.object({ renews: id.optional() });

/** Time in a role: with us, in a role of the catalogue, or with an earlier employer in a role of any name. */
export const SaveAppointment = z.object({
  intent: z.literal('save-appointment'),
  version,
  with: z.enum(['us', 'earlier'], 'Please choose where it was.'),
  role: slug.optional(),
  kind: z.enum(['primary', 'acting', 'secondment', 'loan']).default('primary'),
  employer: words(120).optional(),
  roleName: words(120).optional(),
  family: slug.optional(),
  startedOn: day,
  endedOn: day.optional(),
  team: id.optional(),
  site: id.optional(),
  shift: z.enum(shifts).optional(),
  hoursPerWeek: z.number().gt(0, hours).max(80, hours).optional(),
  headcountLed: z.number().int(led).min(0, led).max(10_000, led).optional(),
})
  .refine(({ with: where, role }) => where !== 'us' || role, beside('role', 'Please choose the role.'))
  .refine(({ with: where, employer }) => where !== 'earlier' || employer, beside('employer', 'Please give the employer’s name.'))
  .refine(({ with: where, roleName }) => where !== 'earlier' || roleName, beside('roleName', 'Please give the role.'));
export type SaveAppointment = z.output<typeof SaveAppointment>;

const SavePause = z.object({ intent: z.literal('save-pause'), version, kind: z.enum(pauseKinds, 'Please choose one.'), startedOn: day, endedOn: day.optional() });
export type SavePause = z.output<typeof SavePause>;

const SaveCertificate = z.object({
  intent: z.literal('save-certificate'), version, certification: slug.optional(), name: words(160).optional(), issuedOn: day, expiresOn: day.optional(),
})
  .refine(({ certification, name }) => certification || name, beside('certification', 'Please choose a certificate, or write its name below.'))
  .refine(({ certification, name }) => !certification || !name, beside('name', 'Please choose from the list or write a name, not both.'));
export type SaveCertificate = z.output<typeof SaveCertificate>;

const SaveEducation = z.object({
  intent: z.literal('save-education'), version, level: z.enum(['secondary', 'associate', 'bachelor', 'master'], 'Please choose a level.'),
  subject: words(160).optional(), institution: words(160).optional(), finishedOn: day.optional(),
});
export type SaveEducation = z.output<typeof SaveEducation>;

/** The last day of what still goes on. */
const EndEntry = z.object({ intent: z.literal('end'), version, endedOn: day });

const RemoveEntry = z.object({ intent: z.literal('remove'), version });

/** An entry as the manager saw it: its kind, its number and its version, 'pause:12:1'. */
const seenEntry = z.string().regex(/^(appointment|pause|certificate|education):\d{1,9}:\d{1,9}$/, 'Please choose from the list.').transform((text) => {
  const [kind, number, seen] = text.split(':') as ['appointment' | 'pause' | 'certificate' | 'education', string, string];
  return { kind, id: Number(number), version: Number(seen) };
});
export type SeenEntry = z.output<typeof seenEntry>;

/** What a manager says yes or no to. */
export const DecideEntries = z.object({
  intent: z.literal('decide'),
  decision: z.enum(['confirm', 'decline'], 'Please choose whether to confirm or to decline.'),
  entries: z.array(seenEntry).min(1, 'Please choose at least one entry.').max(300),
});
export type DecideEntries = z.output<typeof DecideEntries>;

/** Everything that the page of one entry sends. */
export const EntryForm = z.discriminatedUnion('intent', [SaveAppointment, SavePause, SaveCertificate, SaveEducation, EndEntry, RemoveEntry, DecideEntries]);
export type SaveForm = SaveAppointment | SavePause | SaveCertificate | SaveEducation;
