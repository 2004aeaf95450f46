import { exchangeFields } from './fields-exchange.ts';
import { planFields } from './fields-plan.ts';
import { routeFields } from './fields-routes.ts';
import { sharingFields } from './fields-sharing.ts';
import { skillsFields } from './fields-skills.ts';
import { evidenceFields } from './fields-evidence.ts';
import { welcomeFields } from './fields-welcome.ts';

/**
 * The fields of the loader data by route and word of the matrix, in the order of the alphabet; lists with their number of rows,
 * `[*]` where that is the catalogue's and says nothing about people. What is not named here may not leave the server.
 */
const fields: Record<string, Record<string, string>> = {
  ...exchangeFields,
  ...planFields,
  ...skillsFields,
  ...evidenceFields,
  ...welcomeFields,
  root: {
    nobody: 'actor demo formKey nonce notice reference',
    somebody: 'actor{access[*] asked leads name personId} demo formKey nonce notice reference',
  },
  login: {
    'sign-in': 'organisation people[0] redirectTo',
  },
  password: {
    dead: 'link',
  },
  account: {
    own: `
      hasPassword limits{absoluteMinutes idleMinutes} may[*] name sessions[1]{browser current seenAt sessionId startedAt} signInName timeZone`,
  },
  ...routeFields,
  skills: {
    own: `
      list{askable[*]{ask{either importance level} claimed confirmed confirmedOn id interest kind lastUsedOn name next{example level sentence} request{id message on} retired stale unused waiting waitingSince} counts{all rated shown stale unused waiting} essentials{met total} fading[0] filters{kind role show} kinds[*]{kind skills[*]{ask{either importance
      level} claimed confirmed confirmedOn id interest kind lastUsedOn name next{example level sentence} request{id message on} retired stale unused waiting waitingSince}}
      mayConfirm own person{id name} role{current id name} roles[*]{id name} series[3]{label points[4]{by on value}} today waiting[0]} rate`,
    line: `
      list{askable[0] counts{all rated shown stale unused waiting} essentials{met total} fading[0] filters{kind role show} kinds[*]{kind skills[*]{ask{either importance
      level} claimed confirmed confirmedOn id interest kind lastUsedOn name next{example level sentence} request{id message on} retired stale unused waiting waitingSince}}
      mayConfirm own person{id name} role{current id name} roles[*]{id name} series[3]{label points[4]{by on value}} today waiting[2]{ask{either importance
      level} claimed confirmed confirmedOn id interest kind lastUsedOn name next{example level sentence} request{id message on} retired stale unused waiting
      waitingSince}} rate`,
    many: `
      list rate{kind person{id name} role{current id name} roles[*]{id name} skills[*]{ask{either importance level} claimed id kind levels[*]{example level
      sentence} name}}`,
  },
  'rate-skill': {
    own: `
      ask{either importance level} claimed climb{months next parts[*]{from months to} present{example level sentence} to wording{example level sentence}} confirmed confirmedOn correct
      elsewhere[2]{body here id kind skills} history[2]{by corrected evidence[0] id level mayCorrect note on source} inAll{elsewhere history requests} interest lastUsedOn mayConfirm own person{id
      name} requests[1]{answer by id kind message of on reply} retired role{current id name} seen series[2]{label points[2]{by on value}} skill{description freshMonths id kind levels[*]{example level sentence}
      name} stale today version waiting`,
    line: `
      ask{either importance level} claimed climb{months next parts[*]{from months to} present{example level sentence} to wording{example level sentence}} confirmed confirmedOn correct
      elsewhere[0] history[2]{by corrected evidence[0] id level mayCorrect note on source} inAll{elsewhere history requests} interest lastUsedOn mayConfirm own person{id name}
      requests[1]{answer by id kind message of on reply} retired role{current id name} seen series[2]{label points[2]{by on value}} skill{description freshMonths id kind levels[*]{example level sentence} name} stale
      today version waiting`,
  },
  conversation: {
    own: `
      choices[*]{id name next} clock{countedDays daysUntilDue dueOn overdueOn startedOn status warnOn} conversation mine person{id name} renewMonths roles{beside[0] main}
      seen{list row{clock{countedDays daysUntilDue dueOn overdueOn startedOn status warnOn} conversation direct name personId role settledBy wish{readiness towards wish}}} settled
      talks[1]{acknowledgedAt heldOn kind manager nextCheckOn outcome talkId withdrawnOn} timeZone today wish{note roleId statedAt towards wish}`,
    line: `
      choices[*]{id name next} clock{countedDays daysUntilDue dueOn overdueOn startedOn status warnOn} conversation mine person{id name} renewMonths roles{beside[0] main} seen settled
      talks[1]{acknowledgedAt heldOn kind manager nextCheckOn outcome talkId withdrawnOn} timeZone today wish{note roleId statedAt towards wish}`,
  },
  flags: {
    one: `
      ahead below direct flagged[1]{clock{countedDays daysUntilDue dueOn overdueOn startedOn status warnOn} conversation direct name personId role settledBy
      wish{readiness towards wish}} settled[0] show today`,
    three: `
      ahead below direct flagged[3]{clock{countedDays daysUntilDue dueOn overdueOn startedOn status warnOn} conversation direct name personId role settledBy
      wish{readiness towards wish}} settled[0] show today`,
    four: `
      ahead below direct flagged[4]{clock{countedDays daysUntilDue dueOn overdueOn startedOn status warnOn} conversation direct name personId role settledBy
      wish{readiness towards wish}} settled[0] show today`,
  },
  'talk-new': {
    form: `
      after clock{countedDays daysUntilDue dueOn overdueOn startedOn status warnOn} conversation next{deferLatest defersInARow developLatest renewed}
      person{id name role} today wish{note towards wish}`,
  },
  talk: {
    talk: `
      acknowledgedAt comment heldOn kind manager mine name nextCheckOn note outcome personId reason recordedAt talkId today version wish withdrawnOn`,
  },
  people: {
    colleagues: `
      after before choices{roles[*]{id name} sites[1]{id name} teams[2]{id name}} filter{q reports role site team} leads people[10]{id name role site team}
      total`,
    own: `
      after before choices{roles[*]{id name} sites[1]{id name} teams[2]{id name}} filter{q reports role site team} leads people[1]{id name role site team}
      total`,
    everybody: `
      after before choices{roles[*]{id name} sites[1]{id name} teams[2]{id name}} filter{q reports role site team} leads people[11]{id name role site team}
      total`,
  },
  'my-path': {
    own: `
      choices[*]{id name} conversation{clock{countedDays dueOn overdueOn startedOn status warnOn} name} from{held id name} goal{desirable{met total}
      essential{met total} id name own rows[*]{importance months skill{confirmed held id level name} soFar step ways[*]} status} kind mine next[*]{atMost
      confirmed essential{met total} id missing[*] name status sum toRate trodden typicalMonths[*]} own{asked asksVisibility firstVisit names renew[0] step{kind role roleId
      skills} talks[1]{by heldOn id}} person{id name} plan{done level next{on title} planned roleId target targetOn underWay} position{beside[0] firstHere from{confirmed endedOn kind ours role site startedOn team} held official since}
      route{atMost hops[*]{agreements[*] atMost carries id name sum{learning least longest months others[*]{months text} sideBySide skills[*]{months text} sum waiting}}
      months} today waiting{entries[3]{correction kind label} levels} wanted
      wish{towards wish}`,
    line: `
      choices[*]{id name} conversation{clock{countedDays dueOn overdueOn startedOn status warnOn} name} from{held id name} goal{desirable{met total}
      essential{met total} id name own rows[*]{importance months skill{confirmed held id level name} soFar step ways[*]} status} kind mine next[*]{atMost
      confirmed essential{met total} id missing[*] name status sum toRate trodden typicalMonths[*]} own person{id name} plan{done level next{on title} planned roleId target targetOn underWay} position{beside[0]
      firstHere from{confirmed endedOn kind ours role site startedOn team} held official since} route{atMost hops[*]{agreements[*] atMost carries id name
      sum{learning least longest months others[*]{months text} sideBySide skills[*]{months text} sum waiting}} months} today waiting{entries[3]{correction kind label} levels} wanted wish{towards wish}`,
    card: 'kind person{name role site team}',
  },
  palette: {
    one: '=[1]{kind label to}',
    none: '=[0]',
  },
  history: {
    own: `
      appointments[3]{corrected corrects employer endedBy endedOn ends[0] family headcountLed hoursPerWeek id kind roleId shift site startedOn status team
      title version} away{days months} certificates[2]{corrected corrects evidences[*]{held id level name} expiresOn id issuedOn renewFrom renewal status title validity version} clock{dueOn name restartOn
      startedOn status} cut[1] decides{appointments certificates education pauses} education[1]{corrected corrects counts finishedOn id institution level status
      subject version} enters{appointments certificates education pauses} experience{rows[*]{claimed confirmed id name} total{claimed confirmed}} own
      pauses[2]{corrected corrects endedOn id kind startedOn status version} person{id name} reminders[0] talks[1]{heldOn id manager} today`,
    direct: `
      appointments[3]{corrected corrects employer endedBy endedOn ends[0] family headcountLed hoursPerWeek id kind roleId shift site startedOn status team
      title version} away{days months} certificates[2]{corrected corrects evidences[*]{held id level name} expiresOn id issuedOn renewFrom renewal status title validity version} clock{dueOn name restartOn
      startedOn status} cut[1] decides{appointments certificates education pauses} education[1]{corrected corrects counts finishedOn id institution level status
      subject version} enters{appointments certificates education pauses} experience{rows[*]{claimed confirmed id name} total{claimed confirmed}} own
      pauses[2]{corrected corrects endedOn id kind startedOn status version} person{id name} reminders[0] talks[1]{heldOn id manager} today`,
    line: `
      appointments[3]{corrected corrects employer endedBy endedOn ends[0] family headcountLed hoursPerWeek id kind roleId shift site startedOn status team
      title version} away{days months} certificates[2]{corrected corrects evidences[*]{held id level name} expiresOn id issuedOn renewFrom renewal status title validity version} clock{dueOn name restartOn
      startedOn status} cut[1] decides{appointments certificates education pauses} education[1]{corrected corrects counts finishedOn id institution level status
      subject version} enters{appointments certificates education pauses} experience{rows[*]{claimed confirmed id name} total{claimed confirmed}} own pauses
      person{id name} reminders[0] talks[1]{heldOn id manager} today`,
  },
  'history-entry': {
    form: `
      choices{certifications[*] families[*]{id name} roles[*]{family id name} sites[1]{id name} teams[2]{id name}} correction decides entry goesOn{startedOn title} original own path person{id name} removes renews saves today`,
    few: `
      choices{certifications[*]{id months name} families[*] roles[*] sites[0] teams[0]} correction decides entry goesOn original own path person{id name}
      removes renews saves today`,
    pause: `
      choices{certifications[*] families[*] roles[*] sites[0] teams[0]} correction decides entry{endedOn id kind of startedOn status version} goesOn
      original own path person{id name} removes renews saves today`,
    school: `
      choices{certifications[*] families[*] roles[*] sites[0] teams[0]} correction decides entry{finishedOn id institution level of status subject version}
      goesOn original own path person{id name} removes renews saves today`,
  },
  visibility: {
    own: `
      answerDays availability{hoursPerWeek noticeWeeks openToMoves shifts[0] sites[0] version} choice{certificates history skills wishes} hasChosen
      holdersAtLeast isDraft looks[1]{at page who} looksAfter looksBefore looksInAll parts{alias certificates{bare{certificates[1]{expiresOn issuedOn name} education[1]{finishedOn
      institution name subject}} full{certificates[1]{expiresOn issuedOn name} education[1]{finishedOn institution name subject}}}
      history{bare{families[*]{name years} posts yearsInRole} full{families[*]{name years} posts[2]{employer endedOn kind role site startedOn} yearsInRole}}
      name place{shift site team} role{anonymous named} skills{bare{languages levels[3]{confirmed confirmedOn level skill}} full{languages[0]
      levels[3]{confirmed confirmedOn level skill}}} wishes{bare{hoursPerWeek noticeWeeks openToMoves shifts[0] sites} full{hoursPerWeek noticeWeeks
      openToMoves shifts[0] sites}}} personId requests[1]{answer askedAt id message untilOn who} saved{certificates history skills wishes} sites[1]{id name}
      timeZone today`,
  },
  search: {
    everybody: `
      after before criteria{confirmed open skills[*]} emptied[0] families[*]{count id name} near options{certifications[*]{id name} families[*]{id name}
      roles[*]{id name} skills[*]{id name}} people[8]{code isNamed label levels[0] openToMoves readiness role site years} showsNear target total`,
    nobody: `
      after before criteria{confirmed open skills[*]{level skill}} emptied[2]{count key{kind skill}} families[*] near options{certifications[*]{id name}
      families[*]{id name} roles[*]{id name} skills[*]{id name}} people[0] showsNear target total`,
  },
  profile: {
    profile: `
      code name{againOn answerDays askedOn mayAsk waiting} profile{certificates history{families[*]{name years} posts yearsInRole} isNamed label place role
      skills{languages levels[3]{confirmed confirmedOn level skill}} wishes} readiness roles[*]{id name} target today`,
  },
  'about-data': {
    nothing: '=',
  },
  ...sharingFields,
};

/** The fields for a word in a table of this route. */
export function fieldsOf(route: string, word: string): string {
  return fields[route]?.[word] ?? `nothing-is-written-down-for-${route}-${word}`;
}
