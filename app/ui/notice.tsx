import { Check, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type NoticeProps = { tone?: 'met' | 'calm' | 'close'; children: ReactNode };

/** Says what one should know on this page; read out by screen readers without taking the focus. */
export function Notice(props: NoticeProps) {
  return <div role="status"><Box {...props} /></div>;
}

/** The place where the page says what has just been done. It is always there, as screen readers read out only what changes inside. */
export function DoneNotice({ text }: { text: string | null }) {
  return <div role="status">{text && <Box>{text}</Box>}</div>;
}

function Box({ tone = 'met', children }: NoticeProps) {
  const Icon = tone === 'met' ? Check : tone === 'calm' ? Info : TriangleAlert;
  return (
    <div className={`notice ${tone}`}>
      <Icon aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
