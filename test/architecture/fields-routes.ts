/** The fields of the catalogue's pages, as permission-fields.ts explains. */
export const routeFields: Record<string, Record<string, string>> = {
  roles: {
    all: 'families[*]{id name} filter{family q} groups[*]{id name roles[*]{aliases[*] familyId grade id name people summary}} total',
  },
  'role-compare': {
    both: `
      a{id name} b{id name} diff{fresh[*]{importance text wordings[*]{example level sentence skill}} grows[*]{before{text wording{example level sentence
      skill}} importance text wordings[*]{example level sentence skill}} keeps[*]{importance text}} roles[*]{id name}`,
    choice: 'a b diff roles[*]{id name}',
  },
  'role-advert': {
    all: `
      asks[*] from{brings[*] fresh[*] grows[*]{before text} id name} helps[*]{text wordings[*]{example level sentence skill}} leadsTo[*]{id name}
      organisation role{aliases[*] family grade id name summary} roles[*]{id name} tasks[*]{text wordings[*]{example level sentence skill}}`,
  },
  role: {
    all: `
      after[*]{id kind name trodden typicalMonths[*]} before[*]{id kind name trodden typicalMonths[*]} desirable[*]{alternatives[*] held met skill{level
      name} text} essential[*]{alternatives[*] held met skill{level name} text} heldByMe mine{atMost essential{met total} missing[*] status sum{learning
      least longest months others[*]{months text} sideBySide skills[*]{months text} sum waiting} toRate} myRoleId role{aliases[*] escoUri family familyId
      grade id isco08 name niceWorkRole onetSoc retiredOn source summary}`,
  },
  paths: {
    map: `
      all beside[*] estimatesAreMine families[*]{id name} family from{id name} held ownRoleId personId roles[*]{family grade id name next readiness{atMost
      months status sum{learning least longest months others[*]{months text} sideBySide skills[*]{months text} sum waiting} toRate}} routes[*] to
      transitions[*]{from to} whatIf{assumptions[*] certifications[*]{id name} changes leftOut skills[*]{id name} tries[*]{key text}}`,
    routes: `
      all beside[*] estimatesAreMine families[*]{id name} family from{id name} held ownRoleId personId roles[*]{family grade id name next readiness{atMost
      months status sum{learning least longest months others[*]{months text} sideBySide skills[*]{months text} sum waiting} toRate}} routes[*]{atMost
      exceptions hops[*]{agreements[*] atMost carries[*] name sum{learning least longest months others[*]{months text} sideBySide skills[*]{months text} sum
      waiting} to trodden typicalMonths[*]} months roles[*]} to{id name} transitions[*]{from to} whatIf{assumptions[*] certifications[*]{id name} changes
      leftOut skills[*]{id name} tries[*]{key text}}`,
    'what-if': `
      all beside[*] estimatesAreMine families[*]{id name} family from{id name} held ownRoleId personId roles[*]{family grade id name next readiness{atMost
      months status sum{learning least longest months others[*]{months text} sideBySide skills[*]{months text} sum waiting} toRate}} routes[*]{atMost
      exceptions hops[*]{agreements[*] atMost carries[*] name sum{learning least longest months others[*]{months text} sideBySide skills[*]{months text} sum
      waiting} to trodden typicalMonths[*]} months roles[*]} to{id name} transitions[*]{from to} whatIf{assumptions[*]{held key text} certifications[*]{id
      name} changes{next[*] routes{left[*] without[*]{atMost exceptions hops[*]{atMost months name} months place}}} leftOut skills[*]{id name} tries[*]{key text}}`,
  },
};
