import { useEffect, useRef } from 'react';
import { formIdOf, useSentForm } from './sent-form.ts';

const prefix = 'Error: ';

/** The problems of the form just sent, on top of the page: takes the focus, links to each field, and marks the title. */
export function ErrorSummary() {
  const result = useSentForm();
  const box = useRef<HTMLDivElement>(null);
  const problems = Object.entries(result?.error ?? {}).flatMap(([name, messages]) => (messages ?? []).map((message) => ({ name, message })));
  const shown = problems.length > 0;
  useEffect(() => {
    if (!shown) return;
    box.current?.focus();
    document.title = prefix + document.title.replace(prefix, '');
    return () => { document.title = document.title.replace(prefix, ''); };
  }, [shown, result]);
  if (!result || !shown) return null;
  const form = formIdOf(result);
  return (
    <div className="problem" ref={box} tabIndex={-1} role="alert" aria-labelledby="problem-title">
      <h2 id="problem-title">There is a problem</h2>
      <ul>
        {problems.map(({ name, message }) => (
          <li key={`${name}:${message}`}>{name === '' ? message : <a href={`#${form}-${name}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
