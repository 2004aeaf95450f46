import { z } from 'zod';
import { isDay } from '#app/domain/date.ts';
import { uploadField } from '#app/server/upload.server.ts';
import { largestResume } from './resume.ts';

const slug = z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Please choose from the list.');
const words = (longest: number) => z.string().trim().max(longest, `Please keep to at most ${longest} characters.`);
/** Checked only where the row is taken: what is left out may be as it is. */
const day = z.string().max(40);
const take = z.boolean().default(false);

type Check = { field: string; message: string };

/** A row whose faults count only when it is to be brought in. */
function row<S extends z.ZodRawShape>(shape: S, faults: (taken: z.output<z.ZodObject<S>>) => (Check | false)[]) {
  return z.object(shape).superRefine((value, context) => {
    if (!(value as { take?: boolean }).take) return;
    for (const fault of faults(value as z.output<z.ZodObject<S>>)) if (fault) context.addIssue({ code: 'custom', path: [fault.field], message: fault.message });
  });
}

const dayFault = (field: string, text: string | undefined, needed: boolean): Check | false => (
  text === undefined ? needed && { field, message: 'Please give a day.' } : !isDay(text) && { field, message: 'Please give a day that exists, for example 21 November 2026.' });
const missing = (field: string, value: unknown, message: string): Check | false => !value && { field, message };

const Work = row({ take, ours: z.boolean().default(false), role: slug.optional(), employer: words(120).optional(), roleName: words(120).optional(), family: slug.optional(), startedOn: day.optional(), endedOn: day.optional() },
  ({ ours, role, employer, roleName, startedOn, endedOn }) => [
    ours && missing('role', role, 'Please choose the role.'), !ours && missing('employer', employer, 'Please give the employer’s name.'),
    !ours && missing('roleName', roleName, 'Please give the role.'), dayFault('startedOn', startedOn, true), dayFault('endedOn', endedOn, false),
  ]);
const Education = row({ take, level: z.enum(['secondary', 'associate', 'bachelor', 'master']).optional(), subject: words(160).optional(), institution: words(160).optional(), finishedOn: day.optional() },
  ({ level, finishedOn }) => [missing('level', level, 'Please choose a level.'), dayFault('finishedOn', finishedOn, false)]);
const Certificate = row({ take, certification: slug.optional(), name: words(160).optional(), issuedOn: day.optional(), expiresOn: day.optional() },
  ({ certification, name, issuedOn, expiresOn }) => [missing('name', certification ?? name, 'Please give its name.'), dayFault('issuedOn', issuedOn, true), dayFault('expiresOn', expiresOn, false)]);
const Skill = row({ take, skill: slug, level: z.number().int().min(1).max(5).optional() }, ({ level }) => [missing('level', level, 'Please choose a level.')]);
const Language = row({ take, language: z.string().regex(/^[a-z]{2,3}$/), fluency: z.enum(['basic', 'working', 'fluent']).optional() },
  ({ fluency }) => [missing('fluency', fluency, 'Please choose one.')]);

/** What the person has ticked on the page that shows what a file would add. `draft`: which file the page was about. */
const BringIn = z.object({
  intent: z.literal('bring-in'), draft: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  work: z.array(Work).max(60).default([]), education: z.array(Education).max(40).default([]), certificates: z.array(Certificate).max(80).default([]),
  skills: z.array(Skill).max(400).default([]), languages: z.array(Language).max(40).default([]),
});
export type BringIn = z.output<typeof BringIn>;

/** A file, or its text pasted. */
const ReadFile = z.object({ intent: z.literal('read'), file: uploadField(largestResume).optional(), text: z.string().max(largestResume, 'This is too long.').optional() })
  .refine(({ file, text }) => file !== undefined || text !== undefined, { path: ['file'], message: 'Please choose a file, or paste its text below.' })
  .refine(({ file, text }) => file === undefined || text === undefined, { path: ['text'], message: 'Please send either a file or its text: both were given. Empty this, or leave the file out.' });

/** Everything that `/people/:id/take-with-me/import` takes. */
export const ResumeForm = z.discriminatedUnion('intent', [ReadFile, BringIn, z.object({ intent: z.literal('discard') })]);
