/** The fields of the pages that go deeper into skills, as permission-fields.ts has them. */
export const skillsFields: Record<string, Record<string, string>> = {
  'skill-interests': {
    readings: 'own person{id name} readings[6]{reading skills[*]{id interest lastUsedOn level name}} today',
  },
  'ask-colleague': {
    asking: 'colleagues[1]{id name role team} moreColleagues person{id name} q requests[0] requestsInAll skills[*]{id isChosen isRated name} today',
    asked: 'colleagues[1]{id name role team} moreColleagues person{id name} q requests[2]{answer id message of on reply skill} requestsInAll skills[*]{id isChosen isRated name} today',
    alone: 'colleagues[0] moreColleagues person{id name} q requests[0] requestsInAll skills[*]{id isChosen isRated name} today',
  },
  asked: {
    nothing: 'answers[0] levels[0] today views[0]',
    view: 'answers[0] levels[0] today views[1]{id kind level message on person{id name} skill{id name}}',
    level: 'answers[0] levels[1]{id kind level message on person{id name} skill{id name}} today views[0]',
  },
  'asked-one': {
    ask: 'closed id message on person{id name} skill{description levels[*]{example level sentence} name} today',
  },
};
