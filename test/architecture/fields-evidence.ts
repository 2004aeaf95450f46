/** The fields of the pages about evidence, as permission-fields.ts has those of the others. */
export const evidenceFields: Record<string, Record<string, string>> = {
  evidence: {
    own: `
      after before changing kept{bytes files} kinds[*]{kind skills[*]{id name}} own person{id name} pieces[2]{addedOn body file{bytes type} id kind ratings[0]
      skills[2]{id name}} room{files megabytes} today total`,
    line: `
      after before changing kept{bytes files} kinds[0] own person{id name} pieces[2]{addedOn body file{bytes type} id kind ratings[0] skills[2]{id name}}
      room{files megabytes} today total`,
  },
  tickets: {
    own: `
      answers[1]{accepted answer kept quarterOn skill{id name} tickets} answersInAll asked[1]{category likely[*]{id name} shown[0] tickets version}
      categories[2]{category known skills[1]{id name} tickets} changing form kinds[*]{kind skills[*]{id name}} left person{id} span{from tickets to}
      suggestions[1]{accepted answered categories[1]{category tickets} firstOn lastOn quarterOn skill{id name} tickets} ticketsWorthAsking today`,
  },
};
