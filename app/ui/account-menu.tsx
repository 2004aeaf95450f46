import { Form, Link, useLocation } from '@remix-run/react';
import { ChevronDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { accountPages } from './destinations.ts';
import { FormKey } from './form-key.tsx';
import type { Viewer } from './root-state.ts';

/** The signed-in person's menu: own pages and signing out. A details element, so that it opens without JavaScript too. */
export function AccountMenu({ actor }: { actor: Viewer }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => { if (menu.current) menu.current.open = false; }, [key]);
  useEffect(() => {
    const close = (event: Event) => {
      const element = menu.current;
      if (!element?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        element.open = false;
        element.querySelector('summary')?.focus();
      } else if (!element.contains(event.target as Node)) element.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => { document.removeEventListener('pointerdown', close); document.removeEventListener('keydown', close); };
  }, []);
  return (
    <details className="menu" ref={menu}>
      <summary><span className="visually-hidden">Account of </span>{actor.name}{actor.asked > 0 && <span className="count">{actor.asked}<span className="visually-hidden"> asked of you</span></span>}<ChevronDown aria-hidden="true" /></summary>
      <ul>
        {accountPages(actor).map(({ label, to }) => <li key={to}><Link to={to}>{label}</Link></li>)}
        <li className="menu-rule"><Form method="post" action="/logout"><FormKey /><button type="submit">Sign out</button></Form></li>
      </ul>
    </details>
  );
}
