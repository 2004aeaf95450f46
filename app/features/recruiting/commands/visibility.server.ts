import { sections } from '#app/domain/disclosure.ts';
import { run, stale, type Result, type SignedCall } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import type { Trx } from '#db/handle.ts';
import type { ChooseInput, OfferInput } from '../input.server.ts';

/** A person chooses what recruiters see of each part of their profile. 404 for anybody else. */
export function chooseVisibility(call: SignedCall, personId: number, input: ChooseInput): Promise<Result<null>> {
  return run(call, 'recruiting.choose-visibility', { personId, ...input }, async (step) => {
    await holdOneself(step, personId);
    const { trx, audit } = step;
    const before = await trx.selectFrom('visibilityChoices').select(['section', 'choice']).where('personId', '=', personId).execute();
    const after = Object.fromEntries(sections.map((section) => [section, input[section]]));
    await trx.insertInto('visibilityChoices').values(sections.map((section) => ({ personId, section, choice: input[section] })))
      .onConflict((conflict) => conflict.columns(['personId', 'section']).doUpdateSet({ choice: (eb) => eb.ref('excluded.choice') })).execute();
    audit({ on: personId, before: Object.fromEntries(before.map(({ section, choice }) => [section, choice])), after });
    return null;
  });
}

/**
 * A person says what they offer for a move: whether they are open to one, where, for how many hours, in which shifts, with what
 * notice. Stale when it was changed since the form was opened (version 0: nothing was offered yet). 404 for anybody else.
 */
export function offerAvailability(call: SignedCall, personId: number, input: OfferInput): Promise<Result<null>> {
  return run(call, 'recruiting.offer-availability', { personId, ...input }, async (step) => {
    await holdOneself(step, personId);
    const { trx, audit } = step;
    const before = await findAvailability(trx, personId);
    if ((before?.version ?? 0) !== input.version) return stale(staleValues(before));
    const { version, sites, openToMoves, shifts } = input;
    const terms = { openToMoves, hoursPerWeek: input.hoursPerWeek ?? null, noticeWeeks: input.noticeWeeks ?? null, shifts: [...new Set(shifts)], version: version + 1 };
    await trx.insertInto('availability').values({ personId, ...terms }).onConflict((conflict) => conflict.column('personId').doUpdateSet(terms)).execute();
    await trx.deleteFrom('availabilitySites').where('personId', '=', personId).execute();
    if (sites.length > 0) await trx.insertInto('availabilitySites').values([...new Set(sites)].map((siteId) => ({ personId, siteId }))).execute();
    audit({ on: personId, before, after: { ...terms, sites } });
    return null;
  }, { refusals: { availability_sites_site: { reason: 'Choose sites from the list.', field: 'sites' } } });
}

async function findAvailability(trx: Trx, personId: number) {
  const [terms, sites] = [
    await trx.selectFrom('availability').select(['openToMoves', 'hoursPerWeek', 'shifts', 'noticeWeeks', 'version']).where('personId', '=', personId).executeTakeFirst(),
    await trx.selectFrom('availabilitySites as w').innerJoin('sites as s', 's.siteId', 'w.siteId').select(['s.siteId', 's.name']).where('w.personId', '=', personId).orderBy('s.name').execute(),
  ];
  return terms ? { ...terms, sites } : null;
}

/** What holds now, in words as the page shows them beside what was typed. */
function staleValues(now: Awaited<ReturnType<typeof findAvailability>>) {
  return {
    version: now?.version ?? 0,
    openToMoves: now?.openToMoves ?? false,
    hoursPerWeek: now?.hoursPerWeek ?? null,
    noticeWeeks: now?.noticeWeeks ?? null,
    shifts: now?.shifts.join(', ') ?? '',
    sites: now?.sites.map(({ name }) => name).join(', ') ?? '',
  };
}
