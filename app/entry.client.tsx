import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode, useEffect, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';

startTransition(() => {
  hydrateRoot(document, <StrictMode><Awake><RemixBrowser /></Awake></StrictMode>);
});

/** Marks the document once the page listens to keys and clicks: the effects of what is within have run before this one. */
function Awake({ children }: { children: ReactNode }) {
  useEffect(() => { document.documentElement.dataset['awake'] = ''; }, []);
  return children;
}
