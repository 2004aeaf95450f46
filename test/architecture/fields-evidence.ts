/** The fields of the pages about evidence, as permission-fields.ts has those of the others. */
export const evidenceFields: Record<string, Record<string, string>> = {
  evidence: {
    own: `
      after before changing kept{bytes files} kinds[*]{kind skills[*]{id name}} own person{id name} pieces[2]{addedOn body file{bytes type} id kind ratings[0]
      skills[2]{id name}} today total`,
    line: `
      after before changing kept{bytes files} kinds[0] own person{id name} pieces[2]{addedOn body file{bytes type} id kind ratings[0] skills[2]{id name}}
      today total`,
  },
};
