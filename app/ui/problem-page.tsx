import { isRouteErrorResponse, Link } from '@remix-run/react';

type Words = { title: string; text: string; again?: boolean };

/** The words for an error. What one may not see and what does not exist answer alike, so that neither can be told from the other. */
export function problemWords(error: unknown): Words {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404 || status === 403) return { title: 'This page is not here for you', text: 'It may have moved, or it is one that only some people can open. If a colleague sent you the address, ask them to check it.' };
  if (status === 401) return { title: 'Please sign in', text: 'You have been signed out, or were away for a while. Nothing that was saved is lost.' };
  if (status === 409) return { title: 'Somebody was here before you', text: 'This was changed while you had it open. Go back, look at the new state and try again.' };
  if (status === 429) return { title: 'A little too fast', text: 'There were very many requests in a short time. Please wait a minute and try again.', again: true };
  if (status === 503) return { title: 'Back in a moment', text: 'Deskpath cannot reach its records just now. Nothing that was saved is lost. Please try again in a minute.', again: true };
  if (status < 500) return { title: 'That did not work', text: 'The request could not be understood. Go back and try again.' };
  return { title: 'Something went wrong on our side', text: 'It was not your doing. Please try again; if it stays, tell the person who looks after Deskpath.', again: true };
}

/** The page shown in place of one that could not be; a fault of ours names a reference that is in the log. */
export function ProblemPage({ error, reference, path }: { error: unknown; reference?: string; path: string }) {
  const { title, text, again } = problemWords(error);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <>
      <div className="page-head"><div><h1 tabIndex={-1}>{title}</h1></div></div>
      <p>{text}</p>
      {status >= 500 && status !== 503 && reference && <p>Reference: <code>{reference}</code></p>}
      <p className="buttons mt-5">
        {status === 401 ? <a className="btn" href={`/login?redirectTo=${encodeURIComponent(path)}`}>Sign in</a>
          : again ? <a className="btn" href={path}>Try again</a>
            : <Link className="btn" to="/">Go to the start page</Link>}
      </p>
    </>
  );
}
