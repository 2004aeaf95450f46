import { camel, fieldOf, tables } from '#app/features/exchange/person/tables.ts';

/** The rows of the file with everything: of every table the columns that its list names, however many rows; the list itself is tested with the file. */
const rows = tables.map(({ name, columns }) => {
  const fields = [...Object.entries(columns).map(([column, kind]) => fieldOf(column, kind)), ...(name === 'evidence_files' ? ['content'] : [])];
  return `${camel(name)}[*]{${fields.sort().join(' ')}}`;
});

/** The fields of what a person takes along, by route and word of the matrix. */
export const exchangeFields: Record<string, Record<string, string>> = {
  'take-with-me': { own: 'draft id name' },
  'take-everything': { own: `exportedAt format people[*]{name number} person{email name number} recruiters[*]{name} tables{${rows.sort().join(' ')}} version` },
};
