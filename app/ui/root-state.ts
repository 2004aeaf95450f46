import { useRouteLoaderData } from '@remix-run/react';

export type Access = 'staff' | 'manager' | 'recruiter' | 'admin';

/** Who is signed in, as far as the frame of a page has to know. */
export type Viewer = {
  name: string;
  personId: number | null;
  access: readonly Access[];
  /** Has people below them today, or stands in for somebody who has. */
  leads: boolean;
  /** How many questions about levels wait for their answer. */
  asked: number;
};

/** What the root loader hands to every page. */
export type RootState = {
  actor: Viewer | null;
  demo: boolean;
  notice: string | null;
  /** Sent with every form, so that the same form sent twice acts once. */
  formKey: string;
  nonce: string;
  /** The request as it is named in the log; an error page tells people to quote it. */
  reference: string;
};

/** The root loader's answer; undefined when that loader itself failed, as while the database is away. */
export function useRootState(): RootState | undefined {
  return useRouteLoaderData('root') as RootState | undefined;
}
