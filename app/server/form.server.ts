import { parseWithZod } from '@conform-to/zod/v4';
import type { Submission, SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { notFound, type Refused, type StaleValues } from './command.server.ts';
import { fieldNamesAreSound } from './field-names.server.ts';
import { kindError } from './form-words.server.ts';

/** What an action answers when the form comes back: conform's result, and the present values when it was stale. */
export interface FormAnswer {
  result: SubmissionResult<string[]>;
  stale: StaleValues | null;
}
type FormResponse = ReturnType<typeof data<FormAnswer>>;

export interface AcceptedForm<T> {
  ok: true;
  value: T;
  /** The idempotency key of the form, from its hidden field `key`. */
  key: string | undefined;
  /** Kept so that a refusal can be shown in the form as it was sent. */
  submission: Submission<unknown, string[], T>;
}
export interface RejectedForm {
  ok: false;
  response: FormResponse;
}

/** Fields whose values never travel back to the browser. */
const secret = /password|token|secret/i;

/**
 * Reads the request's form and parses it by the schema. Fields the schema does not name are dropped.
 * Not ok: the answer (400) that shows the faults beside their fields. A body that is no form at all, or
 * one with impossible field names, is refused with a bare 400.
 */
export async function readForm<S extends z.ZodType>(args: { request: Request }, schema: S): Promise<AcceptedForm<z.output<S>> | RejectedForm> {
  const form = await bodyOf(args.request);
  const key = takeKey(form);
  const submission = submissionOf(form, schema);
  if (submission.status !== 'success') return { ok: false, response: answer(submission, submission.status === undefined ? 200 : 400) };
  return { ok: true, value: submission.value, key, submission };
}

/** Shows why a command refused: beside its field when the form has it, else above the form; 409 when stale. */
export function refusal(form: { submission: Submission<unknown, string[], unknown> }, refused: Refused): FormResponse {
  const { reason, field, stale } = refused;
  const errors = field === undefined ? { formErrors: [reason] } : { fieldErrors: { [field]: [reason] } };
  return answer(form.submission, stale ? 409 : 400, errors, stale ?? null);
}

/** The parameters in the path; whatever does not fit the schema, or no row could have, is a 404. */
export function parseParams<S extends z.ZodType>(args: { params: Record<string, string | undefined> }, schema: S): z.output<S> {
  const names = new URLSearchParams();
  for (const [name, value] of Object.entries(args.params)) {
    if (value === undefined) continue;
    if (isImpossibleId(value)) notFound();
    names.set(name, value);
  }
  return parsedOrNotFound(names, schema);
}

/** The query string by the schema, numbers and lists included; 404 when it does not fit. */
export function parseSearch<S extends z.ZodType>(args: { request: Request }, schema: S): z.output<S> {
  const search = new URL(args.request.url).searchParams;
  search.delete('index');
  return parsedOrNotFound(search, schema);
}

function parsedOrNotFound<S extends z.ZodType>(entries: URLSearchParams, schema: S): z.output<S> {
  // Conform takes these for its own bookkeeping, and throws when they are not.
  for (const name of ['__intent__', '__state__']) entries.delete(name);
  if (!fieldNamesAreSound([...entries.keys()]) || [...entries.values()].some((value) => value.includes('\0'))) notFound();
  const submission = parseWithZod(entries, { schema });
  return submission.status === 'success' ? submission.value : notFound();
}

function isImpossibleId(value: string): boolean {
  return value.includes('\0') || (/^\d+$/.test(value) && Number(value) > 2_147_483_647);
}

async function bodyOf(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => null);
  if (!form || !fieldNamesAreSound([...form.keys()])) throw badRequest();
  for (const value of form.values()) {
    if (typeof value === 'string' && value.includes('\0')) throw badRequest();
  }
  return form;
}

function takeKey(form: FormData): string | undefined {
  const key = form.get('key');
  form.delete('key');
  // Conform's own bookkeeping is not believed: whatever matters is checked here each time.
  form.delete('__state__');
  return typeof key === 'string' && /^[\w-]{16,64}$/.test(key) ? key : undefined;
}

function submissionOf<S extends z.ZodType>(form: FormData, schema: S): Submission<unknown, string[], z.output<S>> {
  try {
    return parseWithZod(form, { schema, error: kindError }) as Submission<unknown, string[], z.output<S>>;
  } catch (error) {
    // Conform throws on a broken list button; a schema that throws is a fault of ours.
    if (form.has('__intent__')) throw badRequest();
    throw error;
  }
}

function answer(
  submission: Submission<unknown, string[], unknown>, status: number,
  errors: { formErrors?: string[]; fieldErrors?: Record<string, string[]> } = {}, stale: StaleValues | null = null,
): FormResponse {
  const hideFields = Object.keys(submission.payload).filter((name) => secret.test(name));
  return data({ result: submission.reply({ ...errors, hideFields }), stale }, status);
}

function badRequest(): Response {
  return new Response(null, { status: 400, statusText: 'Bad Request' });
}
