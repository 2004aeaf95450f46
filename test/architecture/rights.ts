/** Who asks, named by how they stand to the subject; `disabled` holds every right there is, in an account that is disabled. */
export const actors = ['anonymous', 'subject', 'report', 'colleague', 'manager', 'head', 'deputy', 'other', 'recruiter', 'admin', 'disabled'] as const;
export type ActorName = (typeof actors)[number];

/** Ids that are nobody's; the column 'nobody' stands for all of them. */
export const nobodies = { absent: '987654', huge: '99999999999999999999', beyond: '2147483648', negative: '-1', zero: '0', word: 'abc' } as const;

export interface Rights {
  /** The route's folder. */
  route: string;
  /** The address; {} is the id of whose page it is, by the columns of the tables. */
  address: string;
  /** What the ids are of, when not of people. Others, like {pause}, are of what belongs to the subject. */
  ids?: 'talks' | 'aliases' | 'shares';
  /** No page of its own: the loader's answer is sent as it is, as JSON or as a file, of which only whether it comes is looked at. */
  resource?: true | 'file';
  get: string;
  /** By the names of permission-forms.ts; null: nothing can be sent here (405). */
  forms: Record<string, string> | null;
  /** Loaders and actions that are public on purpose. */
  public?: readonly ('loader' | 'action')[];
}

/** A table in which everybody who is signed in finds the same. */
export const signedIn = (word: string) => `
  anonymous+disabled  login
  subject+report+colleague+manager+head+deputy+other+recruiter+admin  ${word}`;
/** A table in which all find the same. */
export const everybody = (word: string) => `${actors.join('+')} ${word}`;

/** A table in which all find `own` of themselves, whoever leads them finds `line`, and everybody else nothing. `entrance` is for who is not signed in. */
export const ownAndLine = (own: string, line: string, entrance = 'login') => `
  whose:              subject  report   colleague  manager  stranger  erased  left  nobody
  anonymous+disabled  ${entrance}
  subject             ${own}   ${line}  404        404      404       404     404   404
  report              404      ${own}   404        404      404       404     404   404
  colleague           404      404      ${own}     404      404       404     404   404
  manager             ${line}  ${line}  ${line}    ${own}   404       404     404   404
  head                ${line}  ${line}  ${line}    ${line}  404       404     404   404
  deputy              ${line}  ${line}  ${line}    404      404       404     404   404
  other               404      404      404        404      ${line}   404     404   404
  recruiter+admin     404      404      404        404      404       404     404   404`;

/** A table in which all find `own` of themselves and nothing of anybody else, whoever they are. */
export const ownAlone = (own: string, entrance = 'login') => `
  whose:              subject  report  colleague  manager  stranger  erased  left  nobody
  anonymous+disabled  ${entrance}
  subject             ${own}   404     404        404      404       404     404   404
  report              404      ${own}  404        404      404       404     404   404
  colleague           404      404     ${own}     404      404       404     404   404
  manager             404      404     404        ${own}   404       404     404   404
  head+deputy+other   404      404     404        404      404       404     404   404
  recruiter+admin     404      404     404        404      404       404     404   404`;
