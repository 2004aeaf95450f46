import { Check, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Says what has just happened, or what one should know; read out by screen readers without taking the focus. */
export function Notice({ tone = 'met', children }: { tone?: 'met' | 'calm' | 'close'; children: ReactNode }) {
  const Icon = tone === 'met' ? Check : tone === 'calm' ? Info : TriangleAlert;
  return (
    <div role="status" className={`notice ${tone}`}>
      <Icon aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
