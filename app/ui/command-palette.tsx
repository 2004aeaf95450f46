import { useNavigate } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { accountPages, destinations } from './destinations.ts';
import { useDomId } from './dom-id.ts';
import { plural } from './format.ts';
import type { Viewer } from './root-state.ts';
import { letSingleKeysAct, singleKeysAct } from './single-keys.ts';

type Entry = { label: string; to: string; kind: string };
type PaletteProps = { actor: Viewer; url?: string; start: 'search' | 'keys'; onClose: () => void };

/** Finds a page (and people, roles and skills where `url` answers with them as JSON) by a few letters; arrows choose, Enter goes, Escape returns. */
export default function CommandPalette({ actor, url, start, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [view, setView] = useState(start);
  useEffect(() => { dialog.current?.showModal(); }, []);
  return (
    <dialog ref={dialog} className="palette" aria-label={view === 'keys' ? 'Keys' : 'Go to'} onClose={onClose} onClick={(event) => { if (event.target === dialog.current) dialog.current.close(); }}>
      {view === 'search' ? <Finder actor={actor} url={url} close={() => dialog.current?.close()} /> : <Keys />}
      <div className="palette-foot cluster">
        <button type="button" className="link-btn small" onClick={() => setView(view === 'keys' ? 'search' : 'keys')}>{view === 'keys' ? 'Go to a page' : 'Show the keys'}</button>
        <button type="button" className="link-btn small" onClick={() => dialog.current?.close()}>Close</button>
      </div>
    </dialog>
  );
}

function Finder({ actor, url, close }: { actor: Viewer; url?: string; close: () => void }) {
  const navigate = useNavigate();
  const id = useDomId();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useFound(url, words);
  const pages = [...destinations(actor), ...accountPages(actor)].map((page) => ({ ...page, kind: 'Page' }));
  const entries = [...pages.filter((page) => page.label.toLowerCase().includes(words.trim().toLowerCase())), ...found];
  const current = Math.min(chosen, entries.length - 1);
  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    close();
    navigate(entry.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setChosen((current + step + entries.length) % entries.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(entries[current]);
    }
  };
  return (
    <>
      <div className="palette-top">
        <label htmlFor={`${id}in`} className="small">Where do you want to go?</label>
        <input
          id={`${id}in`} className="control" autoFocus autoComplete="off" role="combobox" aria-expanded="true" aria-controls={`${id}list`} aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `${id}${current}` : undefined} value={words} onKeyDown={onKeyDown}
          onChange={(event) => { setWords(event.target.value); setChosen(0); }}
        />
      </div>
      <ul id={`${id}list`} role="listbox" aria-label="Places">
        {entries.map((entry, index) => (
          <li key={`${entry.kind}${entry.to}`} id={`${id}${index}`} role="option" aria-selected={index === current} onClick={() => go(entry)}>
            <span>{entry.label}</span><span className="muted small">{entry.kind}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={entries.length > 0 ? 'visually-hidden' : 'palette-foot muted small'}>{entries.length > 0 ? plural(entries.length, 'place', 'places') : 'Nothing has these letters. Try fewer.'}</p>
    </>
  );
}

/** Asks the server once the typing rests; a failed question leaves the pages, which need no server. */
function useFound(url: string | undefined, words: string): Entry[] {
  const [found, setFound] = useState<Entry[]>([]);
  useEffect(() => {
    const text = words.trim();
    if (!url || text.length < 2) {
      setFound([]);
      return;
    }
    const stop = new AbortController();
    const ask = async () => {
      try {
        const answer = await fetch(`${url}?q=${encodeURIComponent(text)}`, { signal: stop.signal, headers: { Accept: 'application/json' } });
        setFound(answer.ok ? ((await answer.json()) as Entry[]) : []);
      } catch {
        if (!stop.signal.aborted) setFound([]);
      }
    };
    const wait = setTimeout(() => void ask(), 180);
    return () => { clearTimeout(wait); stop.abort(); };
  }, [url, words]);
  return found;
}

function Keys() {
  const [on, setOn] = useState(singleKeysAct);
  const change = (checked: boolean) => {
    letSingleKeysAct(checked);
    setOn(checked);
  };
  return (
    <div>
      <h2 className="palette-top">Keys</h2>
      <dl>
        <dt><kbd>Ctrl</kbd> or <kbd>⌘</kbd> <kbd>K</kbd></dt><dd>Go to a page</dd>
        <dt><kbd>?</kbd></dt><dd>This list</dd>
        <dt><kbd>Esc</kbd></dt><dd>Close what is open</dd>
      </dl>
      <div className="palette-foot check-line">
        <input id="single-keys" type="checkbox" className="tick" checked={on} onChange={(event) => change(event.target.checked)} />
        <label htmlFor="single-keys">Single keys such as <kbd>?</kbd> act</label>
      </div>
    </div>
  );
}
