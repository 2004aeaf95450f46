import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { RoleParams } from '#app/features/catalogue/input.server.ts';
import { getRole } from '#app/features/catalogue/queries/role.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams } from '#app/server/form.server.ts';
import { listOf } from '#app/ui/format.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Grid, PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { Codes } from './codes.tsx';
import { MyReadiness } from './my-readiness.tsx';
import { Moves } from './moves.tsx';
import { Requirements } from './requirements.tsx';

export const handle = titled<typeof loader>((data) => [data.role.name, 'Roles']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, RoleParams);
  return getRole(args.context.readDb, actor, args.context.clock.today(), id);
}

export default function Role() {
  const { role, essential, desirable, mine, heldByMe, myRoleId, before, after } = useLoaderData<typeof loader>();
  const held = mine !== null;
  const compare = myRoleId && !heldByMe
    ? <Link className="btn quiet" to={`/roles/compare?a=${myRoleId}&b=${role.id}`}>Compare with my role</Link>
    : <Link className="btn quiet" to={`/roles/compare?a=${role.id}`}>Compare with another role</Link>;
  return (
    <>
      <PageHeader title={role.name} eyebrow={<><Link to={`/roles?family=${role.familyId}`}>{role.family}</Link> · grade {role.grade}</>} action={compare} />
      {role.retiredOn && <Notice tone="close">This role is no longer offered. It stays here because people held it.</Notice>}
      <p className="lede">{role.summary}</p>
      {role.aliases.length > 0 && <p className="muted">Also called {listOf(role.aliases)}.</p>}
      <Grid
        main={<>
          <Section title="What it asks for">
            <div className="stack">
              {essential.length === 0 ? <p>Nothing is written down yet as essential, so nobody’s readiness can be told.</p> : <Requirements title="Essential" caption="Without these the work cannot be done" rows={essential} held={held} />}
              {desirable.length > 0 && <Requirements title="Good to have" caption="These help; none of them is needed to be ready" rows={desirable} held={held} />}
              {!role.retiredOn && <p><Link to={`/roles/${role.id}/advert`}>Print it as an advert</Link></p>}
              <p className="muted small">The levels and the essential marks are our judgement to start from, not a standard. Your organisation can change them.</p>
            </div>
          </Section>
        </>}
        side={<>
          {heldByMe && <Section title="Where you stand" panel><p>This is your role today. <Link to="/paths">See where it leads</Link></p></Section>}
          {mine && <MyReadiness roleId={role.id} mine={mine} />}
          <Moves title="Where people come from" moves={before} empty="No move into this role is known yet." />
          <Moves title="Where it leads" moves={after} empty="No move from this role is known yet." />
          <Codes role={role} />
        </>}
      />
    </>
  );
}
