import { useField } from '@conform-to/react';
import { FieldProblem } from '#app/ui/fields.tsx';

/** A file from the person's own computer. A browser never fills it in again, so it is chosen anew when the form comes back. */
export function FileField({ name, label, hint, accept }: { name: string; label: string; hint: string; accept: string }) {
  const [field] = useField<File>(name);
  const notes = [field.descriptionId, field.errors?.length ? field.errorId : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={field.id}>{label}</label>
      <p className="hint" id={field.descriptionId}>{hint}</p>
      <FieldProblem field={field} />
      <input type="file" id={field.id} name={field.name} accept={accept} className="control" aria-invalid={field.errors?.length ? true : undefined} aria-describedby={notes} />
    </div>
  );
}
