import { CircleDashed, CloudOff, Lock, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';

type Kind = 'nothing' | 'no-match' | 'no-right' | 'failed';

const icons = { nothing: CircleDashed, 'no-match': SearchX, 'no-right': Lock, failed: CloudOff };

type EmptyProps = { kind: Kind; title: string; children?: ReactNode; action?: ReactNode };

/** Says which emptiness this is (nothing yet, no match, no right, could not load) and the one next step. */
export function Empty({ kind, title, children, action }: EmptyProps) {
  const Icon = icons[kind];
  return (
    <div className="empty">
      <Icon aria-hidden="true" />
      <div>
        <p><strong>{title}</strong></p>
        {children && <div className="muted">{children}</div>}
        {action}
      </div>
    </div>
  );
}
