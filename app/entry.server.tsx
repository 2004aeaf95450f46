import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { PassThrough } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { reportFault } from '#app/server/fault.server.ts';
import { ArrivalProblems } from '#app/ui/arrival.tsx';

const longestRenderMs = 10_000;

/** Renders the whole page before the first byte leaves: nothing is deferred, so it is complete without JavaScript. */
export default function handleRequest(
  request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream((
      <ArrivalProblems answers={remix.staticHandlerContext.actionData}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} />
      </ArrivalProblems>
    ), {
      nonce: context.nonce,
      onAllReady() {
        clearTimeout(deadline);
        const body = new PassThrough();
        headers.set('Content-Type', 'text/html; charset=utf-8');
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        failed = true;
        reportFault(error, { request, context });
      },
    });
    const deadline = setTimeout(abort, longestRenderMs);
  });
}

/** Faults of loaders and actions go to the log under the request's id; the page is given that reference and no more. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  reportFault(error, { request, context });
}
