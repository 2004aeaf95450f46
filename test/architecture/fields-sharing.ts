/** The fields of links to somebody outside, as in permission-fields.ts. */
export const sharingFields: Record<string, Record<string, string>> = {
  sharing: {
    three: `
      days[3] endedInAll hasRole links[3]{createdAt expiresAt id label sections[6] state stoppedAt uses[0] usesInAll} made openAtMost personId timeZone token`,
    none: 'days[3] endedInAll hasRole links[0] made openAtMost personId timeZone token',
  },
  shared: {
    whole: `
      chosen[4] organisation profile{certificates{certificates[1]{expiresOn issuedOn name} education[1]{finishedOn institution name subject}}
      history{families[*]{name years} posts[2]{employer endedOn kind role site startedOn} yearsInRole} isNamed label place role skills{languages[0]
      levels[3]{confirmed confirmedOn level skill}} wishes{hoursPerWeek noticeWeeks openToMoves shifts[0] sites}} today untilOn`,
    skills: `
      chosen[1] organisation profile{certificates history isNamed label place role skills{languages[0] levels[3]{confirmed confirmedOn level skill}} wishes}
      today untilOn`,
  },
};
