import type { BroughtIn } from '#app/features/exchange/resume/bring-in.server.ts';
import { listOf, plural } from '#app/ui/format.ts';

/** What came in, and what happens next, in a sentence or two. */
export function broughtInText({ work, education, certificates, skills, languages }: BroughtIn): string {
  const parts = [
    work > 0 && plural(work, 'role', 'roles'), certificates > 0 && plural(certificates, 'certificate', 'certificates'), education > 0 && plural(education, 'education', 'educations'),
    skills > 0 && plural(skills, 'self rating', 'self ratings'), languages > 0 && plural(languages, 'language', 'languages'),
  ].filter((part) => part !== false);
  return `Brought in: ${listOf(parts)}.${work + education + certificates > 0 ? ' What is stated waits for your manager to confirm it.' : ''}`;
}
