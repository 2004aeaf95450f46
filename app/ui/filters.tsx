import { Form, Link, useLocation, useSubmit } from '@remix-run/react';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ChangeEvent, ReactNode } from 'react';
import { useDomId } from './dom-id.ts';

type Option = { value: string | number; label: string };

/** Filters in the address: they apply as they change, and by the button where there is no JavaScript. */
export function FilterForm({ label, className = 'filters', children }: { label: string; className?: string; children: ReactNode }) {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const onChange = (event: ChangeEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const typed = event.target instanceof HTMLInputElement && ['text', 'search'].includes((event.target as HTMLInputElement).type);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), typed ? 400 : 0);
  };
  return (
    <search>
      <Form method="get" aria-label={label} className={className} onChange={onChange} preventScrollReset>
        {children}
        <button type="submit" className="btn quiet">Apply</button>
      </Form>
    </search>
  );
}

/** Lets a field follow the address (a removed filter, the back button) without being made anew, which would lose the keyboard's place. */
function useFollowing<E extends HTMLElement, V>(value: V, show: (element: E, value: V) => void) {
  const field = useRef<E>(null);
  const shown = useRef(show);
  useEffect(() => {
    if (field.current) shown.current(field.current, value);
  }, [value]);
  return field;
}

/** A choice among the filters; the blank line means "any". */
export function FilterSelect({ label, name, value, options, blank }: { label: string; name: string; value?: string | number | null; options: readonly Option[]; blank: string }) {
  const id = useDomId();
  const select = useFollowing<HTMLSelectElement, string>(String(value ?? ''), (element, wanted) => { element.value = wanted; });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select ref={select} id={id} name={name} defaultValue={value ?? ''} className="control">
        <option value="">{blank}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  );
}

/** Words to look for. */
export function FilterText({ label, name, value }: { label: string; name: string; value?: string | null }) {
  const id = useDomId();
  // Not while somebody types on: what they have typed is newer than the address.
  const input = useFollowing<HTMLInputElement, string>(value ?? '', (element, wanted) => { if (document.activeElement !== element) element.value = wanted; });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input ref={input} id={id} type="search" name={name} defaultValue={value ?? ''} className="control" autoComplete="off" />
    </div>
  );
}

/** A yes-or-no filter; sends `1` when ticked. */
export function FilterCheck({ label, name, checked }: { label: string; name: string; checked: boolean }) {
  const id = useDomId();
  const box = useFollowing<HTMLInputElement, boolean>(checked, (element, wanted) => { element.checked = wanted; });
  return (
    <div className="check-line">
      <input ref={box} id={id} type="checkbox" name={name} value="1" defaultChecked={checked} className="tick" />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

type FilterWord = { label: string; name: string; value?: string };

/** The filters that hold, as words; each is a link to the same page without it. `remove` says so to screen readers. */
export function FilterWords({ words, remove = 'Remove filter:' }: { words: readonly FilterWord[]; remove?: string }) {
  const { search } = useLocation();
  if (words.length === 0) return null;
  const without = ({ name, value }: FilterWord) => {
    const kept = new URLSearchParams();
    for (const [key, held] of new URLSearchParams(search)) {
      const dropped = key === name && (value === undefined || held === value);
      if (!dropped && key !== 'after' && key !== 'before' && held !== '') kept.append(key, held);
    }
    return `?${kept}`;
  };
  return (
    <ul className="chips">
      {words.map((word) => (
        <li key={`${word.name}=${word.value ?? ''}`}>
          <Link to={without(word)} preventScrollReset><span className="visually-hidden">{remove} </span>{word.label}<X aria-hidden="true" /></Link>
        </li>
      ))}
    </ul>
  );
}

/** How many were found; announced when it changes. */
export function ResultCount({ children }: { children: ReactNode }) {
  return <p role="status" className="result-count">{children}</p>;
}
