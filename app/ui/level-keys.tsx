import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { isTyping, singleKeysAct } from './single-keys.ts';

/** Around the choice of one level: the keys 1 to 5 choose it from anywhere on the page, and Enter then sends the form. */
export function LevelKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!/^[1-5]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !singleKeysAct()) return;
      if (document.querySelector('dialog[open]')) return;
      const choice = box.current?.querySelector<HTMLInputElement>(`input[type="radio"][value="${event.key}"]`);
      choice?.click();
      choice?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return <div ref={box}>{children}</div>;
}
