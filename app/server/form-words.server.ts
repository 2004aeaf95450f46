import type { z } from 'zod';

/**
 * Kind words for the faults that need no words of their own; a schema's own message comes first.
 * Undefined leaves the fault to the library's wording.
 */
export function kindError(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return issue.code === 'invalid_value' ? 'Please choose one.' : 'Please fill this in.';
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? 'Please give a number.' : 'This does not fit here.';
    case 'invalid_value':
    case 'invalid_union':
      return 'Please choose one of the options.';
    case 'too_small':
      return issue.origin === 'string' ? `Please write at least ${issue.minimum} characters.` : `Please give at least ${issue.minimum}.`;
    case 'too_big':
      return issue.origin === 'string' ? `Please keep to at most ${issue.maximum} characters.` : `Please give at most ${issue.maximum}.`;
    default:
      return undefined;
  }
}
