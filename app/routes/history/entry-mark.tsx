import { Link } from '@remix-run/react';
import { StatusTag, Tag } from '#app/ui/tag.tsx';

type Marked = { status: 'stated' | 'confirmed' | 'declined'; corrects: boolean; corrected: boolean };

/** Whether an entry is stated, confirmed or declined, as a word in a tag. */
export function EntryMark({ entry: { status, corrects, corrected } }: { entry: Marked }) {
  if (status === 'declined') return <Tag tone="gap" shape="triangle">Declined</Tag>;
  if (status === 'confirmed') return <StatusTag status="confirmed">{corrected ? 'Confirmed, a correction waits' : undefined}</StatusTag>;
  return <StatusTag status="stated">{corrects ? 'Stated correction' : undefined}</StatusTag>;
}

type OpenProps = { to: string; ends?: boolean; entry: Marked; may: { enters: 'stated' | 'confirmed' | null; decides: boolean }; about: string };

/** The way to an entry's own page, named after what one can do there; nothing where that is only reading. */
export function OpenEntry({ to, ends = false, entry: { status, corrected }, may: { enters, decides }, about }: OpenProps) {
  const word = decides && status === 'stated' ? 'Look at it'
    : enters === null || (status === 'confirmed' && corrected) ? null
      : status === 'confirmed' ? (ends ? 'Correct or end' : 'Correct') : status === 'declined' ? 'Change and send again' : 'Change or remove';
  return word ? <Link to={to} className="small">{word}<span className="visually-hidden"> {about}</span></Link> : null;
}
