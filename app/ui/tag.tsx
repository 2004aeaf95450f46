import type { ReactNode } from 'react';

type Tone = 'met' | 'close' | 'gap' | 'calm' | 'plain';
type Shape = keyof typeof shapes;

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 };
const shapes = {
  check: <path d="M2 6l3 3 5-6" {...line} />,
  plus: <path d="M6 1v10M1 6h10" {...line} />,
  arrow: <path d="M2 10L10 2M4 2h6v6" {...line} />,
  triangle: <path d="M6 1l5 10H1z" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4.5" {...line} />,
  half: <path d="M6 1a5 5 0 0 1 0 10zM6 1.75a4.25 4.25 0 0 0 0 8.5" {...line} strokeWidth={1.5} />,
  pause: <path d="M3.5 1.5v9M8.5 1.5v9" {...line} strokeWidth={2.5} />,
  question: <path d="M3.2 4a2.8 2.6 0 1 1 4.2 2.1C6.5 6.7 6 7.1 6 8M6 10v1.4" {...line} />,
  dot: <circle cx="6" cy="6" r="3" fill="currentColor" />,
};

const statuses = {
  ready: { word: 'Ready', tone: 'met', shape: 'check' },
  close: { word: 'Close', tone: 'close', shape: 'plus' },
  growing: { word: 'Growing', tone: 'calm', shape: 'arrow' },
  unknown: { word: 'Not known yet', tone: 'plain', shape: 'question' },
  ahead: { word: 'Ahead', tone: 'plain', shape: 'dot' },
  upcoming: { word: 'Coming up', tone: 'close', shape: 'ring' },
  due: { word: 'Due', tone: 'close', shape: 'half' },
  overdue: { word: 'Past due', tone: 'gap', shape: 'triangle' },
  paused: { word: 'Paused', tone: 'calm', shape: 'pause' },
  settled: { word: 'Settled', tone: 'calm', shape: 'check' },
  stated: { word: 'Stated', tone: 'plain', shape: 'ring' },
  confirmed: { word: 'Confirmed', tone: 'met', shape: 'check' },
  uncovered: { word: 'Uncovered', tone: 'gap', shape: 'triangle' },
  single: { word: 'One person', tone: 'close', shape: 'ring' },
  covered: { word: 'Covered', tone: 'met', shape: 'check' },
} satisfies Record<string, { word: string; tone: Tone; shape: Shape }>;

export type Status = keyof typeof statuses;

/** A status: a word with a colour and a shape, so that colour never says it alone. It is never a link. */
export function Tag({ tone = 'plain', shape, children }: { tone?: Tone; shape?: Shape; children: ReactNode }) {
  return (
    <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>
      {shape && <svg viewBox="0 0 12 12" aria-hidden="true">{shapes[shape]}</svg>}
      <span>{children}</span>
    </span>
  );
}

/** One of the product's own statuses with its word, shape and colour; children replace the word ("41 days past due"). */
export function StatusTag({ status, children }: { status: Status; children?: ReactNode }) {
  const { word, tone, shape } = statuses[status];
  return <Tag tone={tone} shape={shape}>{children ?? word}</Tag>;
}
