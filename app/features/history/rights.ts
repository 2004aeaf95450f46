import type { EntryKind } from '#app/domain/entry.ts';
import { may, mayRead, type PersonPart, type Viewer } from '#app/domain/permission.ts';

/** What somebody may do with one kind of entry of a person. */
export interface Rights {
  reads: boolean;
  /** What they enter is stated, or confirmed at once; null when they enter nothing. */
  enters: 'stated' | 'confirmed' | null;
  /** Confirms and declines what the person stated. */
  decides: boolean;
}

const partOf: Record<EntryKind, PersonPart> = { appointment: 'appointments', pause: 'pauseKind', certificate: 'certificates', education: 'education' };

/**
 * People state their own; the line above decides, and enters appointments itself. Time away is read, entered and decided by the
 * direct manager alone, as it cannot be without its kind. Nobody decides their own.
 */
export function rightsOf(viewer: Viewer, kind: EntryKind): Rights {
  const part = partOf[kind];
  const own = viewer.relation === 'self';
  const writes = may(viewer, 'write', part);
  return {
    reads: mayRead(viewer, part),
    enters: own ? 'stated' : writes ? 'confirmed' : null,
    decides: !own && (may(viewer, 'confirm', part) || (kind === 'pause' && writes)),
  };
}
