import type { SerializeFrom } from '@remix-run/node';
import { useMatches } from '@remix-run/react';

type TitleHandle = { title: (data: never) => readonly string[] };

/**
 * The `handle` of a route: its title in parts, the page first, then the section ("Ana Moreau", "Skills").
 * A handle and not `meta`, because the root puts "Error: " in front when a form came back with problems.
 */
export function titled<Loader>(title: (data: SerializeFrom<Loader>) => readonly string[]): { title: (data: SerializeFrom<Loader>) => readonly string[] } {
  return { title };
}

/** The title of the page shown: "page – section – Deskpath"; the product's name alone when no part is known. */
export function usePageTitle(): string {
  const matches = useMatches();
  for (const match of [...matches].reverse()) {
    const handle = match.handle as TitleHandle | undefined;
    // A loader that failed, or was not asked because the action failed, has left no data to make a title of.
    if (handle?.title && ((match.data !== undefined && match.data !== null) || handle.title.length === 0)) return joinTitle(handle.title(match.data as never));
  }
  return joinTitle([]);
}

/** Joins the parts of a title with the product's name at the end. */
export function joinTitle(parts: readonly string[]): string {
  return [...parts, 'Deskpath'].join(' – ');
}
