const frame = 'person{id name} reached role{id name} step toDo today';
const skill = 'at before description held id left levels[*]{example level sentence} name of';
const shown = (part: string, bare: string, full: string) => `${part}{bare{${bare}} full{${full}}}`;
const held = 'certificates[1]{expiresOn issuedOn name} education[1]{finishedOn institution name subject}';
const offered = 'hoursPerWeek noticeWeeks openToMoves shifts[0] sites';
/** One's own profile both ways, as on the page of who may see one. */
const parts = `parts{alias ${shown('certificates', held, held)} ${shown('history', 'families[*]{name years} posts yearsInRole', 'families[*]{name years} posts[2]{employer endedOn kind role site startedOn} yearsInRole')}
  name place{shift site team} role{anonymous named} ${shown('skills', 'languages levels[3]{confirmed confirmedOn level skill}', 'languages[0] levels[3]{confirmed confirmedOn level skill}')} ${shown('wishes', offered, offered)}}`;

/** The fields of a first visit, by route and word of the matrix. */
export const welcomeFields: Record<string, Record<string, string>> = {
  'welcome-step': {
    tenure: `families[*]{id name roles[*]{id name}} of posts[3]{employer endedOn id kind main startedOn status title} ${frame}`,
    skill: `chosen[*] of skill{${skill}} soFar[*]{id level name} ${frame}`,
    roles: `chosen[*] next[*]{atMost essential{met total} id missing[*] name status sum toRate} of ${frame}`,
    visibility: `choice{certificates history skills wishes} hasChosen holdersAtLeast isDraft of ${parts} ${frame}`,
    wishes: `availability{hoursPerWeek noticeWeeks openToMoves shifts[*] sites[*] version} of sites[1]{id name} wish ${frame}`,
  },
};
