import type { SubmissionResult } from '@conform-to/react';
import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import { Form as RemixForm, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { FormKey } from './form-key.tsx';
import { formIdOf, useSentForm } from './sent-form.ts';

type FormProps = {
  /** Tells the forms of a page apart; sent as hidden `intent`. */
  intent?: string;
  /** Tells forms with the same intent apart, as one per row; sent as hidden `form`. */
  id?: string;
  defaults?: Record<string, unknown>;
  action?: string;
  encType?: 'multipart/form-data';
  className?: string;
  children: ReactNode;
};

/**
 * A form that is checked on the server: what was typed stays when it comes back with problems, and it is empty again after it was done.
 * Sends once however often its button is pressed; works the same without JavaScript.
 */
export function Form({ id, intent, ...rest }: FormProps) {
  const formId = id ?? intent ?? 'form';
  const sent = useSentForm();
  const result = sent && formIdOf(sent) === formId ? sent : undefined;
  const navigation = useNavigation();
  const pending = useRef(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (navigation.state !== 'idle' || !pending.current) return;
    pending.current = false;
    if (!result) setRound((count) => count + 1);
  }, [navigation.state, result]);
  // Refused: the form may be sent again at once, though the page still looks what else has changed.
  useEffect(() => { if (result) pending.current = false; }, [result]);
  const guard = (event: FormEvent) => {
    if (pending.current) event.preventDefault();
    pending.current = true;
  };
  return <FormRound key={round} formId={formId} id={id} intent={intent} result={result} guard={guard} {...rest} />;
}

type RoundProps = FormProps & { formId: string; result?: SubmissionResult; guard: (event: FormEvent) => void };

function FormRound({ formId, id, intent, result, guard, defaults, action, encType, className = 'form', children }: RoundProps) {
  const [form] = useForm({ id: formId, lastResult: result ?? null, defaultValue: defaults as Record<string, string> | undefined, shouldRevalidate: 'onSubmit' });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    guard(event);
    if (!event.defaultPrevented) form.onSubmit(event);
  };
  return (
    <FormProvider context={form.context}>
      <RemixForm method="post" action={action} encType={encType} className={className} {...getFormProps(form)} onSubmit={onSubmit}>
        <FormKey />
        {intent && <input type="hidden" name="intent" value={intent} />}
        {id && <input type="hidden" name="form" value={id} />}
        {children}
      </RemixForm>
    </FormProvider>
  );
}

type SubmitProps = { quiet?: boolean; small?: boolean; name?: string; value?: string; children: ReactNode };

/** The button that sends a form: a verb, never disabled. */
export function SubmitButton({ quiet = false, small = false, name, value, children }: SubmitProps) {
  return <div><button type="submit" name={name} value={value} className={`btn${quiet ? ' quiet' : ''}${small ? ' small' : ''}`}>{children}</button></div>;
}

type ButtonFormProps = { intent: string; id?: string; fields?: Record<string, string | number>; action?: string; link?: boolean; primary?: boolean; label: ReactNode; about?: string };

/** A form that is one button, such as "Withdraw" in a row; `about` completes its name for screen readers, `link` makes it look like a link. */
export function ButtonForm({ intent, id, fields = {}, action, link = false, primary = false, label, about }: ButtonFormProps) {
  return (
    <Form intent={intent} id={id} action={action} className="">
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <button type="submit" className={link ? 'link-btn' : primary ? 'btn' : 'btn quiet small'}>{label}{about && <span className="visually-hidden"> {about}</span>}</button>
    </Form>
  );
}
