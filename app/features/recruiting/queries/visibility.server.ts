import { sql } from 'kysely';
import { namesOf } from '#app/domain/criterion-text.ts';
import { sections, type Choice } from '#app/domain/disclosure.ts';
import { dayIn } from '#app/domain/instant.ts';
import { lapsesAt, nameAnswer, type NameRequest } from '#app/domain/name-request.ts';
import { policyOf, type Policy } from '#app/domain/policy.ts';
import type { Shift } from '#app/domain/shift.ts';
import type { LookPage } from '#app/server/look.server.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { VisibilitySearch } from '../input.server.ts';
import { findProfileFacts } from './facts.server.ts';
import { bothWays } from './profile-parts.server.ts';
import { viewOf, type RecruitingCatalogue } from './shown.server.ts';

const looksShown = 50;
const requestsShown = 50;
/** Each recruiter sees letters of their own; these stand for them. */
const exampleAlias = 'Profile ABCD';

type Catalogue = Pick<RecruitingCatalogue, 'families' | 'roles' | 'skills' | 'certifications' | 'policy'>;

/**
 * What a person lets recruiters see, with both ways of showing each part to try them out, what they offer for a move, who asked for
 * their name and who looked. `search`: choices to try that are not saved, and which page of the looks. For the person alone; 404 for
 * everybody else.
 */
export async function getVisibility(db: ReadDb, actor: Actor, { today, now }: { today: string; now: Date }, personId: number, { after, before, ...draft }: VisibilitySearch) {
  if (actor.personId !== personId) return notFound();
  const [catalogue, facts, own, requests, looks] = await Promise.all([
    db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'policy']).$castTo<Catalogue>().executeTakeFirstOrThrow(),
    findProfileFacts(db, today, null, sql<number>`${personId}`),
    findOwn(db, personId),
    listRequests(db, personId),
    listLooks(db, personId, { after, before }),
  ]);
  if (!own) return notFound();
  const policy = policyOf(catalogue.policy);
  const saved = { ...policy.disclosure, ...own.choices } as Choice;
  const anonymous = facts && viewOf({ ...facts, nameGranted: false, choice: { skills: 'anonymous', history: 'anonymous', certificates: 'anonymous', wishes: 'anonymous' } }, exampleAlias, policy);
  return {
    personId,
    today,
    hasChosen: Object.keys(own.choices).length > 0,
    saved,
    choice: { ...saved, ...draft },
    isDraft: sections.some((section) => draft[section] !== undefined && draft[section] !== saved[section]),
    parts: facts && anonymous && bothWays(facts, anonymous, { catalogue, names: namesOf(catalogue), today, policy }),
    holdersAtLeast: policy.anonymousRoleHolders,
    answerDays: policy.nameAnswerDays,
    availability: own.availability ?? { openToMoves: false, hoursPerWeek: null, shifts: [], noticeWeeks: null, sites: [], version: 0 },
    sites: own.sites,
    timeZone: own.timeZone,
    requests: requests.map((request) => requestView(request, now, policy, own.timeZone)),
    looks: looks.rows.map(({ displayName, page, lookedAt }) => ({ who: displayName, page: page as LookPage, at: lookedAt.toISOString() })),
    looksInAll: looks.inAll,
    looksAfter: looks.after,
    looksBefore: looks.before,
  };
}

type Own = {
  choices: Partial<Choice>;
  availability: { openToMoves: boolean; hoursPerWeek: number | null; shifts: Shift[]; noticeWeeks: number | null; sites: number[]; version: number } | null;
  sites: { id: number; name: string }[];
  timeZone: string;
};

async function findOwn(db: ReadDb, personId: number): Promise<Own | null> {
  const { rows } = await sql<Own>`
    select
      (select coalesce(jsonb_object_agg(c.section, c.choice), '{}') from visibility_choices c where c.person_id = p.person_id) as choices,
      (select jsonb_build_object('openToMoves', o.open_to_moves, 'hoursPerWeek', o.hours_per_week, 'shifts', o.shifts, 'noticeWeeks', o.notice_weeks, 'version', o.version,
          'sites', (select coalesce(jsonb_agg(w.site_id), '[]') from availability_sites w where w.person_id = o.person_id))
        from availability o where o.person_id = p.person_id) as availability,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.site_id, 'name', s.name) order by s.name), '[]') from sites s) as sites,
      coalesce((select time_zone from organisation), 'UTC') as time_zone
    from people p where p.person_id = ${personId}`.execute(db);
  return rows[0] ?? null;
}

function listRequests(db: ReadDb, personId: number) {
  return db.selectFrom('nameRequests as n').innerJoin('accounts as a', 'a.accountId', 'n.accountId')
    .select(['n.nameRequestId', 'a.displayName', 'n.message', 'n.askedAt', 'n.answer', 'n.answeredAt'])
    .where('n.personId', '=', personId).orderBy('n.askedAt', 'desc').orderBy('n.nameRequestId', 'desc').limit(requestsShown).execute();
}

function requestView({ nameRequestId, displayName, message, askedAt, answer }: Awaited<ReturnType<typeof listRequests>>[number], now: Date, policy: Policy, timeZone: string) {
  const request: NameRequest = { askedAt: askedAt.getTime(), answer: answer as NameRequest['answer'] };
  return { id: nameRequestId, who: displayName, message, askedAt: askedAt.toISOString(), answer: nameAnswer(request, now.getTime(), policy), untilOn: dayIn(lapsesAt(request, policy), timeZone) };
}

/** One page of the looks, newest first, and the looks that the pages beside it begin behind or end before. */
async function listLooks(db: ReadDb, personId: number, { after, before }: Pick<VisibilitySearch, 'after' | 'before'>) {
  const backwards = before !== undefined && after === undefined;
  const cursor = after ?? before;
  // Whoever names a look of somebody else gets the first page.
  const place = sql`(select l.looked_at, l.look_id from looks l where l.look_id = ${cursor} and l.person_id = ${personId})`;
  const beside = cursor === undefined ? sql<boolean>`true` : backwards ? sql<boolean>`coalesce((l.looked_at, l.look_id) > ${place}, true)` : sql<boolean>`coalesce((l.looked_at, l.look_id) < ${place}, true)`;
  const direction = backwards ? 'asc' : 'desc';
  const found = await db.selectFrom('looks as l').innerJoin('accounts as a', 'a.accountId', 'l.accountId')
    .select(['l.lookId', 'a.displayName', 'l.page', 'l.lookedAt']).select(sql<number>`(select count(*)::int from looks where person_id = ${personId})`.as('inAll'))
    .where('l.personId', '=', personId).where(beside).orderBy('l.lookedAt', direction).orderBy('l.lookId', direction).limit(looksShown + 1).execute();
  const more = found.length > looksShown;
  const rows = backwards ? found.slice(0, looksShown).reverse() : found.slice(0, looksShown);
  const ends = { before: String(rows[0]?.lookId ?? ''), after: String(rows.at(-1)?.lookId ?? '') };
  return {
    rows,
    inAll: found[0]?.inAll ?? 0,
    before: (backwards ? more : after !== undefined) ? ends.before : null,
    after: (backwards || more) ? ends.after : null,
  };
}
