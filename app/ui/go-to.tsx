import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Viewer } from './root-state.ts';
import { isTyping, singleKeysAct } from './single-keys.ts';

const CommandPalette = lazy(() => import('./command-palette.tsx'));
type Opened = 'search' | 'keys';

/** The button that opens the list of pages, which Ctrl or ⌘ with K opens too, and `?` the list of keys. Its code is loaded when first asked for. */
export function GoTo({ actor, url }: { actor: Viewer; url?: string }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        setOpened('search');
      } else if (event.key === '?' && !isTyping(event.target) && singleKeysAct()) setOpened('keys');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const close = () => { setOpened(null); button.current?.focus(); };
  return (
    <>
      <button type="button" className="goto only-script" ref={button} onClick={() => setOpened('search')} aria-haspopup="dialog" aria-label="Go to a page">
        <Search aria-hidden="true" /><span aria-hidden="true">Go to</span><kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {opened && <Suspense fallback={null}><CommandPalette actor={actor} url={url} start={opened} onClose={close} /></Suspense>}
    </>
  );
}
