import latinFont from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import { isRouteErrorResponse, Links, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { rootState } from '#app/server/root-state.server.ts';
import { useProblemsOnArrival } from '#app/ui/arrival.tsx';
import { AppFrame } from '#app/ui/page.tsx';
import { ProblemPage, problemWords } from '#app/ui/problem-page.tsx';
import { useRootState } from '#app/ui/root-state.ts';
import { joinTitle, usePageTitle } from '#app/ui/title.ts';
import './styles/app.css';

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'preload', as: 'font', type: 'font/woff2', href: latinFont, crossOrigin: 'anonymous' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { state, headers } = await rootState(args);
  return data(state, { headers });
}

/** The document around pages and errors alike. Without the root's own data there is no nonce, and so no script: the page stands as it is. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useRootState()?.nonce;
  const pageTitle = usePageTitle();
  const error = useRouteError();
  const title = error === undefined || error === null ? pageTitle : joinTitle([problemWords(error).title]);
  const problem = useProblemsOnArrival();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title suppressHydrationWarning>{problem ? `Error: ${title}` : title}</title>
        <Links />
      </head>
      <body>
        {children}
        {nonce && <ScrollRestoration nonce={nonce} />}
        {nonce && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  const alone = useMatches().some(({ handle }) => (handle as { alone?: boolean } | undefined)?.alone === true);
  return <AppFrame state={useRootState()} paletteUrl="/palette" alone={alone}><Outlet /></AppFrame>;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const state = useRootState();
  const { pathname, search } = useLocation();
  const sent: unknown = isRouteErrorResponse(error) ? error.data : undefined;
  const reference = typeof sent === 'string' && sent !== '' ? sent : state?.reference;
  return (
    <AppFrame state={state}>
      <ProblemPage error={error} reference={reference} path={`${pathname}${search}`} />
    </AppFrame>
  );
}
