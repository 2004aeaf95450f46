import { mentorLevel } from '#app/domain/plan.ts';
import { refused, run, stale, type Refused, type Result, type SignedCall } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import type { OfferMentoringInput } from '../input.server.ts';
import { getMentoring, seenText } from '../queries/mentoring.server.ts';

/** What is offered from now on. */
export interface Offers { skills: number; guide: boolean }

/**
 * A person says what colleagues may ask them about: skills at 4 or above, and their role; what is not chosen is taken back. Refused: a skill
 * below 4, a role where none is held. Stale when it was changed since the form was opened. 404 for anybody else.
 */
export function offerMentoring(call: SignedCall, person: number, input: OfferMentoringInput): Promise<Result<Offers>> {
  return run(call, 'plans.offer-mentoring', { person, ...input }, async (step): Promise<Offers | Refused> => {
    await holdOneself(step, person);
    const { trx, actor, today, now, audit } = step;
    const { skills, note, guide, guideNote, seen, post } = await getMentoring(trx, actor, today, person);
    if (input.seen !== seen) return stale({ skills: skills.filter(({ offered }) => offered).map(({ name }) => name).join(', '), note, guide, guideNote });
    const wanted = [...new Set(input.skills)];
    const below = wanted.find((id) => (skills.find((skill) => skill.id === id)?.level ?? 0) < mentorLevel);
    if (below !== undefined) return refused('Only skills at 4 or above can be offered. One of these is not, or no longer.', 'skills');
    if (input.guide && post === null) return refused('You hold no confirmed role with us today, so there is none to be asked about.', 'guide');
    if (input.note && wanted.length === 0) return refused('Nobody would read this without a skill to ask about. Choose one, or empty the field.', 'note');
    if (input.guideNote && !input.guide) return refused('Nobody would read this while you cannot be asked about your role. Choose that, or empty the field.', 'guideNote');
    await trx.deleteFrom('mentorOffers').where('personId', '=', person).execute();
    if (wanted.length > 0) await trx.insertInto('mentorOffers').values(wanted.map((skillId) => ({ personId: person, skillId, note: input.note ?? null, offeredAt: now }))).execute();
    await trx.deleteFrom('roleGuides').where('personId', '=', person).execute();
    if (input.guide) await trx.insertInto('roleGuides').values({ personId: person, note: input.guideNote ?? null, offeredAt: now }).execute();
    audit({ on: person, before: { offers: seen }, after: { offers: seenText(wanted.map((id) => ({ id, offered: true })), input.note ?? null, input.guide, input.guideNote ?? null) } });
    return { skills: wanted.length, guide: input.guide };
  });
}
