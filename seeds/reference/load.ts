import { sql } from 'kysely';
import type { Db, Trx } from '#db/handle.ts';
import { starterCatalogue, type Catalogue } from './catalogue.ts';
import { publishRequirements } from './requirement-sets.ts';

/**
 * Brings the shipped catalogue into the database, in one transaction, and again after every release.
 * What the organisation has edited or retired stays as it is, and so do role requirements it has published
 * or is drafting. When nothing differs nothing is written; otherwise there is one audit event with the
 * number of rows per table.
 */
export async function loadReference(db: Db, catalogue: Catalogue = starterCatalogue): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Two processes that start at the same time load one after the other.
    await sql`select pg_advisory_xact_lock(hashtext('reference catalogue'))`.execute(trx);
    const changed: Record<string, number> = {};
    for (const [table, load] of steps) changed[table] = await load(trx, catalogue);
    const written = Object.fromEntries(Object.entries(changed).filter(([, rows]) => rows > 0));
    if (Object.keys(written).length === 0) return;
    await trx
      .insertInto('auditEvents')
      .values({ at: sql`now()`, origin: 'system', action: 'catalogue.load-reference', subject: 'catalogue', after: JSON.stringify(written) })
      .execute();
  });
}

const steps: [table: string, load: (trx: Trx, catalogue: Catalogue) => Promise<number>][] = [
  ['families', loadFamilies],
  ['roles', loadRoles],
  ['skills', loadSkills],
  ['skill_levels', loadLevels],
  ['certifications', loadCertifications],
  ['certification_evidence', loadEvidence],
  ['transitions', loadTransitions],
  ['requirement_sets', (trx, { requirements }) => publishRequirements(trx, requirements)],
];

/** A new family brings its review rule; a rule that the organisation took away does not come back. */
async function loadFamilies(trx: Trx, { families }: Catalogue): Promise<number> {
  const rows = families.map(({ id, name, review, source }, position) => ({ id, name, position, source, ...review }));
  const written = await sql<{ familyId: string; fresh: boolean }>`
    insert into families as now (family_id, name, position, source)
    select id, name, position, source from ${records(rows)} as r(id text, name text, position int, source text)
    where not exists (select from families taken where taken.name = r.name and taken.family_id <> r.id)
    on conflict (family_id) do update
    set name = excluded.name, position = excluded.position, source = excluded.source, version = now.version + 1
    where now.edited_at is null
      and (now.name, now.position, now.source) is distinct from (excluded.name, excluded.position, excluded.source)
    returning family_id, xmax = 0 as fresh`.execute(trx);
  const fresh = written.rows.filter((row) => row.fresh).map(({ familyId }) => familyId);
  const rules = await sql`
    insert into review_rules as now (family_id, after_months, warn_months, grace_days, renew_months, restart_on)
    select id, "afterMonths", "warnMonths", "graceDays", "renewMonths", "restartOn"
    from ${records(rows)} as r(id text, "afterMonths" int, "warnMonths" int, "graceDays" int, "renewMonths" int, "restartOn" text)
    where id = any (${fresh}::text[]) or exists (select from review_rules kept where kept.family_id = r.id)
    on conflict (family_id) do update
    set after_months = excluded.after_months, warn_months = excluded.warn_months, grace_days = excluded.grace_days,
      renew_months = excluded.renew_months, restart_on = excluded.restart_on, version = now.version + 1
    where now.edited_at is null
      and (now.after_months, now.warn_months, now.grace_days, now.renew_months, now.restart_on)
        is distinct from (excluded.after_months, excluded.warn_months, excluded.grace_days, excluded.renew_months, excluded.restart_on)
    returning 1`.execute(trx);
  return written.rows.length + rules.rows.length;
}

async function loadRoles(trx: Trx, { roles }: Catalogue): Promise<number> {
  const written = await sql`
    insert into roles as now (role_id, family_id, grade, name, summary, aliases, onet_soc, esco_uri, isco08, nice_work_role, source)
    select id, family, grade, name, summary, aliases, "onetSoc", "escoUri", isco08, "niceWorkRole", source
    from ${records(roles)} as r(id text, family text, grade int, name text, summary text, aliases text[],
      "onetSoc" text, "escoUri" text, isco08 text, "niceWorkRole" text, source text)
    where exists (select from families known where known.family_id = r.family)
      and not exists (select from roles taken where taken.name = r.name and taken.role_id <> r.id)
    on conflict (role_id) do update
    set family_id = excluded.family_id, grade = excluded.grade, name = excluded.name, summary = excluded.summary,
      aliases = excluded.aliases, onet_soc = excluded.onet_soc, esco_uri = excluded.esco_uri, isco08 = excluded.isco08,
      nice_work_role = excluded.nice_work_role, source = excluded.source, version = now.version + 1
    where now.edited_at is null and now.retired_on is null
      and (now.family_id, now.grade, now.name, now.summary, now.aliases, now.onet_soc, now.esco_uri, now.isco08, now.nice_work_role, now.source)
        is distinct from (excluded.family_id, excluded.grade, excluded.name, excluded.summary, excluded.aliases, excluded.onet_soc,
          excluded.esco_uri, excluded.isco08, excluded.nice_work_role, excluded.source)
    returning 1`.execute(trx);
  return written.rows.length;
}

async function loadSkills(trx: Trx, { skills }: Catalogue): Promise<number> {
  const written = await sql`
    insert into skills as now (skill_id, name, kind, description, fresh_months, onet_elements, esco_uris, source)
    select id, name, kind, description, "freshMonths", "onetElements", "escoUris", source
    from ${records(skills)} as r(id text, name text, kind text, description text, "freshMonths" int,
      "onetElements" text[], "escoUris" text[], source text)
    where not exists (select from skills taken where taken.name = r.name and taken.skill_id <> r.id)
    on conflict (skill_id) do update
    set name = excluded.name, kind = excluded.kind, description = excluded.description, fresh_months = excluded.fresh_months,
      onet_elements = excluded.onet_elements, esco_uris = excluded.esco_uris, source = excluded.source, version = now.version + 1
    where now.edited_at is null and now.retired_on is null
      and (now.name, now.kind, now.description, now.fresh_months, now.onet_elements, now.esco_uris, now.source)
        is distinct from (excluded.name, excluded.kind, excluded.description, excluded.fresh_months, excluded.onet_elements,
          excluded.esco_uris, excluded.source)
    returning 1`.execute(trx);
  return written.rows.length;
}

async function loadLevels(trx: Trx, { levelTexts }: Catalogue): Promise<number> {
  const rows = Object.entries(levelTexts).flatMap(([skill, texts]) => texts.map((text) => ({ skill, ...text })));
  const written = await sql`
    insert into skill_levels as now (skill_id, level, text, example)
    select skill, level, text, example from ${records(rows)} as r(skill text, level int, text text, example text)
    where exists (select from skills known where known.skill_id = r.skill and known.retired_on is null)
    on conflict (skill_id, level) do update set text = excluded.text, example = excluded.example
    where now.edited_at is null and (now.text, now.example) is distinct from (excluded.text, excluded.example)
    returning 1`.execute(trx);
  return written.rows.length;
}

async function loadCertifications(trx: Trx, { certifications }: Catalogue): Promise<number> {
  const rows = certifications.map((one) => ({ ...one, status: /\bretired\b/.test(one.status) ? 'retired' : 'active' }));
  const written = await sql`
    insert into certifications as now (certification_id, name, issuer, validity_months, renewal, counts_after_expiry, status, source)
    select id, name, issuer, "validityMonths", renewal, "countsAfterExpiry", status, source
    from ${records(rows)} as r(id text, name text, issuer text, "validityMonths" int, renewal text,
      "countsAfterExpiry" boolean, status text, source text)
    where not exists (select from certifications taken where taken.name = r.name and taken.certification_id <> r.id)
    on conflict (certification_id) do update
    set name = excluded.name, issuer = excluded.issuer, validity_months = excluded.validity_months, renewal = excluded.renewal,
      counts_after_expiry = excluded.counts_after_expiry, status = excluded.status, source = excluded.source, version = now.version + 1
    where now.edited_at is null
      and (now.name, now.issuer, now.validity_months, now.renewal, now.counts_after_expiry, now.status, now.source)
        is distinct from (excluded.name, excluded.issuer, excluded.validity_months, excluded.renewal, excluded.counts_after_expiry,
          excluded.status, excluded.source)
    returning 1`.execute(trx);
  return written.rows.length;
}

/** Which skill a certificate speaks for belongs to the certificate: edited together, kept together. */
async function loadEvidence(trx: Trx, { certifications }: Catalogue): Promise<number> {
  const rows = certifications.flatMap(({ id, evidences }) => evidences.map((evidence) => ({ id, ...evidence })));
  const shipped = certifications.map(({ id }) => id);
  const taken = await sql`
    delete from certification_evidence now using certifications c
    where c.certification_id = now.certification_id and c.edited_at is null and c.certification_id = any (${shipped}::text[])
      and not exists (select from ${records(rows)} as r(id text, skill text) where r.id = now.certification_id and r.skill = now.skill_id)
    returning 1`.execute(trx);
  const written = await sql`
    insert into certification_evidence as now (certification_id, skill_id, level)
    select id, skill, r.level from ${records(rows)} as r(id text, skill text, level int)
    join certifications c on c.certification_id = r.id and c.edited_at is null
    join skills s on s.skill_id = r.skill
    on conflict (certification_id, skill_id) do update set level = excluded.level where now.level <> excluded.level
    returning 1`.execute(trx);
  return taken.rows.length + written.rows.length;
}

async function loadTransitions(trx: Trx, { transitions }: Catalogue): Promise<number> {
  const rows = transitions.map(({ typicalMonths: [min, max], ...one }) => ({ ...one, min, max }));
  const written = await sql`
    insert into transitions as now (from_role_id, to_role_id, kind, typical_months_min, typical_months_max, basis, source)
    select "from", "to", kind, min, max, basis, source
    from ${records(rows)} as r("from" text, "to" text, kind text, min int, max int, basis text, source text)
    where exists (select from roles known where known.role_id = r."from") and exists (select from roles known where known.role_id = r."to")
    on conflict (from_role_id, to_role_id) do update
    set kind = excluded.kind, typical_months_min = excluded.typical_months_min, typical_months_max = excluded.typical_months_max,
      basis = excluded.basis, source = excluded.source, version = now.version + 1
    where now.edited_at is null and now.retired_on is null
      and (now.kind, now.typical_months_min, now.typical_months_max, now.basis, now.source)
        is distinct from (excluded.kind, excluded.typical_months_min, excluded.typical_months_max, excluded.basis, excluded.source)
    returning 1`.execute(trx);
  return written.rows.length;
}

/** Many rows as one parameter: cheaper than a parameter a value, and no limit on their number. */
function records(rows: readonly object[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)`;
}
