import { Link } from '@remix-run/react';
import { MoveEstimate } from '#app/ui/estimate.tsx';
import { StatusTag } from '#app/ui/tag.tsx';
import { pathsAddress } from './address.ts';
import { readinessWords } from './readiness-words.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Role = Data['roles'][number];

/** The map in words: every family with its roles, the most senior last, and where each leads. */
export function MoveList({ data }: { data: Data }) {
  const nameOf = new Map(data.roles.map((role) => [role.id, role.name]));
  const leads = new Map<string, string[]>();
  for (const { from, to } of data.transitions) leads.set(from, [...(leads.get(from) ?? []), to]);
  return (
    <div className="stack">
      {data.families.filter(({ id }) => !data.family || id === data.family).map((family) => {
        const roles = data.roles.filter((role) => role.family === family.id);
        if (roles.length === 0) return null;
        return (
          <details key={family.id} className="panel" open={data.family === family.id || roles.some(({ id }) => id === data.from?.id)}>
            <summary><strong>{family.name}</strong> <span className="muted">({roles.length})</span></summary>
            <ul className="plain rows">
              {roles.map((role) => (
                <li key={role.id}>
                  <h3><Link to={`/roles/${role.id}`}>{role.name}</Link> <span className="muted small">grade {role.grade}{markOf(role, data)}</span></h3>
                  {data.estimatesAreMine && role.readiness && <Near role={role} data={data} />}
                  <p className="small">{leads.has(role.id) ? <>Leads to {leads.get(role.id)!.map((to, index) => (
                    <span key={to}>{index > 0 && ', '}<Link to={`/paths?from=${role.id}&to=${to}`}>{nameOf.get(to)}</Link></span>
                  ))}.</> : 'No move from here is known yet.'}</p>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

/** How near a role is, with its estimate laid open, and the way to its routes. */
function Near({ role, data }: { role: Role; data: Data }) {
  const { status, atMost, sum } = role.readiness!;
  return (
    <div className="cluster">
      <StatusTag status={status} />
      {sum ? <MoveEstimate sum={sum} atMost={atMost} /> : status === 'unknown' && <span>{readinessWords(role.readiness!)}</span>}
      <Link to={pathsAddress(data, { to: role.id })}>Routes to {role.name}</Link>
    </div>
  );
}

function markOf({ id }: Role, { ownRoleId, held, beside }: Data): string {
  if (id === ownRoleId && held) return held === 'now' ? ' · your role' : held === 'coming' ? ' · the role you are about to begin' : ' · your last role';
  return beside.some((one) => one.id === id) ? ' · your role beside it' : '';
}
