import { getInputProps, useField } from '@conform-to/react';
import { useId, useState, type ChangeEvent } from 'react';
import { Shell, type FieldProps } from './fields.tsx';
import { fileSize } from './format.ts';
import { useSentForm } from './sent-form.ts';

type FileFieldProps = FieldProps & {
  /** The endings and media types that the browser offers first: a help for choosing, never a check. */
  accept: string;
  /** In bytes, as the server's input has it: what is larger is said before it is sent for nothing. */
  largest: number;
};

/** One file. The form around it needs `encType="multipart/form-data"`. A page that comes back cannot keep the file, and says so. */
export function FileField({ accept, largest, ...shell }: FileFieldProps) {
  const [field] = useField<File>(shell.name);
  const noteId = useId();
  const sent = useSentForm();
  const [note, setNote] = useState(sent ? 'If you had chosen a file, please choose it again: a page that comes back cannot keep it.' : '');
  const look = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    const isTooLarge = file !== undefined && file.size > largest;
    setNote(isTooLarge ? `“${file.name}” has ${fileSize(file.size)}, and at most ${largest / 1024 / 1024} MB can be taken. Please choose another file.` : '');
    if (isTooLarge) target.value = '';
  };
  const { key, ...input } = getInputProps(field, { type: 'file', ariaDescribedBy: [shell.hint ? field.descriptionId : '', noteId].filter(Boolean).join(' ') });
  return (
    <Shell field={field} {...shell}>
      <input key={key} {...input} className="control" accept={accept} onChange={look} />
      <p className="hint" id={noteId} aria-live="polite">{note}</p>
    </Shell>
  );
}
