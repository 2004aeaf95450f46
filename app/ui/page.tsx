import { Link, useLocation, useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { useDomId } from './dom-id.ts';
import { GoTo } from './go-to.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { MainNav } from './main-nav.tsx';
import { DoneNotice } from './notice.tsx';
import type { RootState } from './root-state.ts';

type FrameProps = { state?: RootState; paletteUrl?: string; alone?: boolean; children: ReactNode };

/** What stands around every page: skip link, header, demonstration banner, notice and footer. A page that stands `alone` leads nowhere else. */
export function AppFrame({ state, paletteUrl, alone = false, children }: FrameProps) {
  const actor = alone ? null : state?.actor ?? null;
  const busy = useNavigation().state !== 'idle';
  useFocusOnHeading();
  useFocusAfterSending(state?.notice ?? null);
  useAddressShown(busy);
  return (
    <>
      <a className="skip" href="#main">Skip to the content</a>
      {busy && <div className="busy" aria-hidden="true" />}
      <header className="bar">
        {alone ? <span className="brand"><Brand /></span> : <Link to="/" className="brand"><Brand /></Link>}
        {actor && <MainNav actor={actor} />}
        {actor && <div className="bar-tools"><GoTo actor={actor} url={paletteUrl} /><AccountMenu actor={actor} /></div>}
      </header>
      {state?.demo && (
        <aside className="banner" aria-label="Demonstration">
          <p>Demonstration: the people here are made up. {actor && <Link to="/login">Look at it as somebody else</Link>}</p>
        </aside>
      )}
      <main id="main" tabIndex={-1}>
        <DoneNotice text={state?.notice ?? null} />
        {children}
      </main>
      <footer className="foot">
        <span>Deskpath</span>
        {!alone && <Link to="/about-data">About this data</Link>}
      </footer>
    </>
  );
}

function Brand() {
  return (
    <>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 16h5v-5h5V6h4" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round" /></svg>
      Deskpath
    </>
  );
}

/** Says on the document which address it shows, once that is drawn and listens, and nothing while another is on its way: journeys wait for it. */
function useAddressShown(busy: boolean): void {
  const { key } = useLocation();
  useEffect(() => {
    document.documentElement.dataset['shows'] = busy ? '' : window.location.href.replace(/#.*/, '');
  }, [key, busy]);
}

/** After moving to another page without a reload, the keyboard and the screen reader start at its heading. */
function useFocusOnHeading() {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname]);
}

/** When a form was done and the button that had the focus went with it, the keyboard goes on at the heading below the notice. */
function useFocusAfterSending(notice: string | null) {
  const { key } = useLocation();
  const first = useRef(key);
  useEffect(() => {
    if (notice === null || first.current === key) return;
    // One frame later: a form that is done is drawn anew first.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [notice, key]);
}

/** The page's only h1, what it belongs to above it, and at most one primary action; problems of a sent form come before it. */
export function PageHeader({ title, eyebrow, action }: { title: ReactNode; eyebrow?: ReactNode; action?: ReactNode }) {
  return (
    <>
      <ErrorSummary />
      <div className="page-head">
        <div>
          {eyebrow && <p className="eyebrow">{eyebrow}</p>}
          <h1 tabIndex={-1}>{title}</h1>
        </div>
        {action}
      </div>
    </>
  );
}

type SectionProps = { title: ReactNode; id?: string; panel?: boolean; action?: ReactNode; level?: 2 | 3; children: ReactNode };

/** A part of a page under its own heading; `panel` draws a box, for what is one thing. */
export function Section({ title, id, panel = false, action, level = 2, children }: SectionProps) {
  const made = useDomId();
  const headingId = id ?? made;
  const Heading = level === 2 ? 'h2' : 'h3';
  const heading = <Heading id={headingId}>{title}</Heading>;
  return (
    <section className={panel ? 'panel' : undefined} aria-labelledby={headingId}>
      {action ? <div className="section-head">{heading}{action}</div> : heading}
      {children}
    </section>
  );
}

/** Two columns, the work and what stands beside it; one below the other on a phone, `further` work last. */
export function Grid({ main, side, further }: { main: ReactNode; side: ReactNode; further?: ReactNode }) {
  return (
    <div className="grid-page">
      <div>{main}</div>
      <div>{side}</div>
      {further && <div>{further}</div>}
    </div>
  );
}
