import { camel, fieldOf, tables, type Kind } from '#app/features/exchange/person/tables.ts';

const lists: ReadonlySet<Kind> = new Set<Kind>(['texts', 'roles', 'skills']);

/** The rows of the file with everything: of every table the columns that its list names, however many rows; the list itself is tested with the file. */
const rows = tables.map(({ name, columns }) => {
  const fields = [...Object.entries(columns).map(([column, kind]) => `${fieldOf(column, kind)}${lists.has(kind) ? '[*]' : ''}`), ...(name === 'evidence_files' ? ['content'] : [])];
  return `${camel(name)}[*]{${fields.sort().join(' ')}}`;
});

/** The fields of what a person takes along, by route and word of the matrix. */
export const exchangeFields: Record<string, Record<string, string>> = {
  'take-with-me': { own: 'draft id name' },
  'take-everything': { own: `exportedAt format people[*]{name number} person{email name number} recruiters[*]{name} tables{${rows.sort().join(' ')}} version` },
  'take-resume': {
    own: `
      $schema basics{email label name} certificates[2]{date issuer name} education[1]{endDate studyType} languages[0] meta{lastModified version}
      skills[3]{keywords[3] level name} work[3]{endDate name position startDate}`,
  },
  'printable-profile': {
    own: `
      appointments[3]{employer endedOn family id kind replacesId roleId site startedOn status team title}
      certificates[2]{counts expiresOn issuedOn issuer over status title} education[1]{finishedOn institution level status subject} email id languages[0] name
      organisation role{site title} shown[6] skills[1]{kind levels[2]{level skills[3]{confirmed name}}} today`,
  },
  'bring-in': {
    check: `
      draft{certifications[*]{label value} families[*]{label value} fileName organisation proposal{certificates[1]{certification expiresOn issuedOn known name
      notes[0] take title} education[1]{finishedOn institution known level notes[0] subject take title} languages[1]{fluency known language notes[1] take
      title} leftOut[1]{what[1] why} skills[1]{known level notes[1] skill take title} work[1]{employer endedOn known notes[1] ours role roleName startedOn take
      title}} roles[*]{label value} version} id`,
  },
};
