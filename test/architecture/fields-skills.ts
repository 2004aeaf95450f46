/** The fields of the pages that go deeper into skills, as permission-fields.ts has them. */
export const skillsFields: Record<string, Record<string, string>> = {
  'skill-interests': {
    readings: 'own person{id name} readings[6]{reading skills[*]{id interest lastUsedOn level name}} today',
  },
};
