const item = 'doneOn endsOn host id kind level outcome skill startsOn state title version';
const plan = (route: string) => `
      aims[1]{atMost essential{met total} id listedAbove name status step suggestions[*]{key months ways[*]{adds[*]{kind title}
      certification inPlan[*]{id title} kind months rateFirst skill{id level name} steps[*]{from months to} text}} sum toRate} asked{fault role ${route}}
      choices{roles[*]{held id name next} skills[*]{id name}} earlier[1]{closedOn done id items level outcome startedOn target} items[3]{${item}} mine person{id
      name} plan{held id level retired roleId route[0] skillId startedBy startedOn target targetOn version} progress{blockersAtFirst closed[*]
      points[*]{blockers done on planned underWay}} today wish`;
const itemPage = (row: string) => `
      begin{} choices{certifications[*]{id name} skills[*]{id name}} ${row} mine person{id name} plan{closed level target} rates today`;

/** The fields of the pages of plans, as in permission-fields.ts. */
export const planFields: Record<string, Record<string, string>> = {
  plan: { own: plan('route[0]'), line: plan('route[0]'), asked: plan('route[2]{id name}') },
  'plan-item': {
    item: itemPage('item{certificationId doneOn endsOn host id kind level next[2] open outcome rated skill skillId startsOn state title version}'),
    empty: itemPage('item'),
  },
  'plan-ledger': { all: 'entries[2]{from host id kind months outcome skill state title to} hosted[0] kinds[4] mine person{id name} totals[1]{counts[4] year}' },
  mentors: { all: 'mine person{id name} roles[1]{guides[0] id name} skills[*]{id mentors[0] more name}' },
  mentoring: { own: 'away guide guideNote note person{id name} post{role site team} seen skills[0]' },
  'plan-item-done': {
    own: 'item{certificate doneOn due endsOn host id kind level open outcome skill startsOn state title version} mine person{id name} skill{claimed id levels[5]{example level sentence} name} today',
    line: 'item{certificate doneOn due endsOn host id kind level open outcome skill startsOn state title version} mine person{id name} skill today',
  },
};
