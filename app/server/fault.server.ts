import { isUnavailable } from '#db/failure.ts';
import type { AppContext } from './context.server.ts';
import { errorFields } from './log.server.ts';

/**
 * Notes a fault of a loader, an action or the rendering under the request's id. A database that cannot be
 * reached is told to the process, which then answers 503 whatever was rendered meanwhile.
 */
export function reportFault(error: unknown, { request, context }: { request: Request; context: AppContext }): void {
  if (isUnavailable(error)) {
    context.outcome.databaseAway = true;
    context.log.warn({ requestId: context.requestId, event: 'database-away', ...errorFields(error) }, 'the database cannot be reached');
    return;
  }
  if (request.signal.aborted) return;
  context.log.error({ requestId: context.requestId, event: 'fault', ...errorFields(error) }, 'a request failed');
}
