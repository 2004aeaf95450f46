import type { FieldMetadata } from '@conform-to/react';
import { getInputProps, getSelectProps, getTextareaProps, useField } from '@conform-to/react';
import type { HTMLInputTypeAttribute, ReactNode } from 'react';

export type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean };
type Option = { value: string | number; label: string };
type Group = { group: string; options: readonly Option[] };

/** "(optional)", in words, as every other field is needed. */
export function OptionalMark({ optional = false }: { optional?: boolean }) {
  return optional ? <span className="field-optional"> (optional)</span> : null;
}

/** The problem with a field in the same words as in the summary on top. */
export function FieldProblem({ field }: { field: FieldMetadata }) {
  if (!field.errors?.length) return null;
  return (
    <p className="field-error" id={field.errorId}>
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M6 1l5 10H1z" fill="currentColor" /></svg>
      <span><span className="visually-hidden">Problem: </span>{field.errors.join(' ')}</span>
    </p>
  );
}

/** Label, hint and problem around a control. */
export function Shell({ field, label, hint, optional, children }: { field: FieldMetadata; children: ReactNode } & Omit<FieldProps, 'name'>) {
  return (
    <div className="field">
      <label htmlFor={field.id}>{label}<OptionalMark optional={optional} /></label>
      {hint && <p className="hint" id={field.descriptionId}>{hint}</p>}
      <FieldProblem field={field} />
      {children}
    </div>
  );
}

const described = (field: FieldMetadata, hint: ReactNode) => ({ ariaDescribedBy: hint ? field.descriptionId : undefined });

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'password' | 'number' | 'search' | 'url';
  autoComplete?: string;
  inputMode?: 'numeric' | 'decimal' | 'text';
  width?: 'short' | 'medium' | 'full';
};

/** One line of text; a number is typed as text with a numeric keyboard, so that nothing scrolls it away. */
export function TextField({ type = 'text', autoComplete, inputMode, width = 'full', ...shell }: TextFieldProps) {
  const [field] = useField<string>(shell.name);
  const htmlType: HTMLInputTypeAttribute = type === 'number' ? 'text' : type;
  const { key, ...input } = getInputProps(field, { type: htmlType as 'text', ...described(field, shell.hint) });
  return (
    <Shell field={field} {...shell}>
      <input key={key} {...input} className={`control ${width}`} autoComplete={autoComplete ?? 'off'} inputMode={inputMode ?? (type === 'number' ? 'numeric' : undefined)} />
    </Shell>
  );
}

/** A calendar day through the browser's own date field; the hint shows an example, the server checks the date. */
export function DateField({ hint = 'For example 21 November 2026', ...shell }: FieldProps) {
  const [field] = useField<string>(shell.name);
  const { key, ...input } = getInputProps(field, { type: 'date', ...described(field, hint) });
  return <Shell field={field} hint={hint} {...shell}><input key={key} {...input} className="control" /></Shell>;
}

/** Several lines of text. */
export function TextArea({ rows = 4, ...shell }: FieldProps & { rows?: number }) {
  const [field] = useField<string>(shell.name);
  const { key, ...area } = getTextareaProps(field, described(field, shell.hint));
  return <Shell field={field} {...shell}><textarea key={key} {...area} rows={rows} className="control" /></Shell>;
}

/** One of many; `blank` is the first line, which chooses nothing. */
export function Select({ options, blank, ...shell }: FieldProps & { options: readonly (Option | Group)[]; blank?: string }) {
  const [field] = useField<string>(shell.name);
  const { key, ...select } = getSelectProps(field, described(field, shell.hint));
  return (
    <Shell field={field} {...shell}>
      <select key={key} {...select} className="control">
        {blank !== undefined && <option value="">{blank}</option>}
        {options.map((entry) => 'group' in entry
          ? <optgroup key={entry.group} label={entry.group}><Options options={entry.options} /></optgroup>
          : <option key={entry.value} value={entry.value}>{entry.label}</option>)}
      </select>
    </Shell>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return <>{options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</>;
}

/** Yes or no; sends "on" when ticked. */
export function Checkbox({ name, label, hint }: Omit<FieldProps, 'optional'>) {
  const [field] = useField<boolean>(name);
  const { key, ...input } = getInputProps(field, { type: 'checkbox', ...described(field, hint) });
  return (
    <div className="field">
      <FieldProblem field={field} />
      <div className="check-line">
        <input key={key} {...input} className="tick" />
        <label htmlFor={field.id}>{label}</label>
        {hint && <p className="hint" id={field.descriptionId}>{hint}</p>}
      </div>
    </div>
  );
}
