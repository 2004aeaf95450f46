import { MoveEstimate, RouteEstimate } from '#app/ui/estimate.tsx';
import { plural } from '#app/ui/format.ts';
import { StatusTag } from '#app/ui/tag.tsx';
import { readinessWords } from './readiness-words.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Changed = NonNullable<Data['whatIf']['changes']>;

/** Next roles that come nearer, and routes that are no longer among those listed, each with both sums. */
export function Changes({ data: { whatIf: { changes }, roles } }: { data: Data }) {
  if (!changes) return null;
  const nameOf = new Map(roles.map(({ id, name }) => [id, name]));
  const nearer = changes.next.filter(({ before, after }) => readinessWords(before) !== readinessWords(after));
  return (
    <>
      {nearer.length > 0 && (
        <ul className="plain rows">
          {nearer.map(({ id, before, after }) => (
            <li key={id}>
              <h3>{nameOf.get(id)}</h3>
              <div className="cluster"><span className="muted">With it</span><Near near={after} /></div>
              <div className="cluster"><span className="muted">Without it</span><Near near={before} /></div>
            </li>
          ))}
        </ul>
      )}
      {changes.routes.left.map(({ before, after }) => {
        const names = before.hops.map(({ name }) => name);
        return (
          <div key={names.join('>')}>
            <p>No longer among the first: by way of {names.join(', ')}</p>
            <div className="cluster"><span className="muted">With it</span><RouteEstimate {...after} /></div>
            <div className="cluster"><span className="muted">Without it</span><RouteEstimate {...before} /></div>
          </div>
        );
      })}
    </>
  );
}

function Near({ near }: { near: Changed['next'][number]['before'] }) {
  return <><StatusTag status={near.status} />{near.sum ? <MoveEstimate sum={near.sum} atMost={near.atMost} /> : near.status === 'unknown' && <span>{readinessWords(near)}</span>}</>;
}

/** What a route takes without what is assumed: "Without it, in place 2: about 14 months". */
export function Without({ without, place }: { without: Changed['routes']['without'][number]; place: number }) {
  const agreed = without.exceptions > 0 ? `, ${plural(without.exceptions, 'agreement', 'agreements')} needed` : '';
  const order = without.place === place ? '' : without.place === null ? ', not among the first' : `, in place ${without.place}`;
  return <div className="cluster small"><span className="muted">Without it{order}{agreed}</span><RouteEstimate {...without} /></div>;
}
