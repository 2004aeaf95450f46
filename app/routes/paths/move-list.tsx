import { Link } from '@remix-run/react';
import { readinessWords } from './readiness-words.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** The map in words: every family with its roles, the most senior last, and where each leads. */
export function MoveList({ data }: { data: Data }) {
  const nameOf = new Map(data.roles.map((role) => [role.id, role.name]));
  return (
    <div className="stack">
      {data.families.map((family) => {
        const roles = data.roles.filter((role) => role.family === family.id);
        if (roles.length === 0) return null;
        return (
          <details key={family.id} className="panel" open={roles.some(({ id }) => id === data.from?.id)}>
            <summary><strong>{family.name}</strong> <span className="muted">({roles.length})</span></summary>
            <ul className="plain rows">
              {roles.map((role) => {
                const leads = data.transitions.filter(({ from }) => from === role.id);
                return (
                  <li key={role.id}>
                    <h3><Link to={`/roles/${role.id}`}>{role.name}</Link> <span className="muted small">grade {role.grade}{role.id === data.ownRoleId ? ' · your role' : ''}</span></h3>
                    {data.estimatesAreMine && role.readiness && <p>{readinessWords(role.readiness)}. <Link to={`/paths?to=${role.id}`}>Routes to {role.name}</Link></p>}
                    <p className="small">{leads.length === 0 ? 'No move from here is known yet.' : <>Leads to {leads.map((move, index) => (
                      <span key={move.to}>{index > 0 && ', '}<Link to={`/paths?from=${role.id}&to=${move.to}`}>{nameOf.get(move.to)}</Link></span>
                    ))}.</>}</p>
                  </li>
                );
              })}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
