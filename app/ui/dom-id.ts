import { useId } from 'react';

/** An id for an element of this page: React's own, without the colons that neither HTML checkers nor selectors like. */
export function useDomId(): string {
  return `i${useId().replaceAll(':', '')}`;
}
