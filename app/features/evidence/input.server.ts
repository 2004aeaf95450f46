import { z } from 'zod';
import { isWebLink, largestFile } from '#app/domain/evidence.ts';
import { uploadField } from '#app/server/upload.server.ts';

const id = z.number().int().positive().max(2_147_483_647);
const slug = z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'There is no such skill.');
const skills = z.array(slug).min(1, 'Please choose at least one skill that it shows.').max(100);

/** Whose evidence, and which piece. */
export const EvidenceParams = z.object({ id });
export const EvidenceFileParams = z.object({ id, evidence: id });

/** `after` and `before` are the piece that a page begins behind or ends before; `change` the one whose skills are being changed. */
export const EvidenceSearch = z.object({ after: id.optional(), before: id.optional(), change: id.optional() });
export type EvidenceSearch = z.output<typeof EvidenceSearch>;

/** Words, a link, a file, or several of them, and the skills that they show. */
const AddEvidenceInput = z.object({
  intent: z.literal('add'),
  text: z.string().trim().max(4000, 'Please keep this to at most 4,000 characters.').optional(),
  link: z.string().trim().max(2000, 'Please keep the link to at most 2,000 characters.')
    .refine(isWebLink, 'A link begins with http:// or https://, for example https://tickets.example/48213.').optional(),
  file: uploadField(largestFile).optional(),
  skills,
});
export type AddEvidenceInput = z.output<typeof AddEvidenceInput>;

const ChangeEvidenceInput = z.object({ intent: z.literal('change'), evidence: id, skills });
export type ChangeEvidenceInput = z.output<typeof ChangeEvidenceInput>;

const RemoveEvidenceInput = z.object({ intent: z.literal('remove'), evidence: id });

/** All that the page sends. */
export const EvidenceForm = z.discriminatedUnion('intent', [AddEvidenceInput, ChangeEvidenceInput, RemoveEvidenceInput]);
