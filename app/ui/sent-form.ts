import type { SubmissionResult } from '@conform-to/react';
import { useActionData } from '@remix-run/react';

/** What an action answers when a form had problems. */
export type SentForm = { result?: SubmissionResult | null; stale?: Record<string, string | number | boolean | null> | null };

/** The problems of the form sent last on this page, if any. */
export function useSentForm(): SubmissionResult | undefined {
  return (useActionData() as SentForm | undefined)?.result ?? undefined;
}

/** What the row says now, when somebody else changed it while this form was open. */
export function useStaleValues(): Record<string, string | number | boolean | null> | null {
  return (useActionData() as SentForm | undefined)?.stale ?? null;
}

/** The `intent` of the form sent last on this page, while its answer is shown. */
export function useSentIntent(): string | undefined {
  return text(useSentForm()?.initialValue?.['intent']);
}

/** Which form on the page an answer belongs to: its hidden `form`, else its `intent`, else the page's only form. */
export function formIdOf(result: SubmissionResult): string {
  const sent = result.initialValue ?? {};
  return text(sent.form) ?? text(sent.intent) ?? 'form';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
