import { Link } from '@remix-run/react';
import { Empty } from '#app/ui/empty.tsx';
import { pathsAddress } from './address.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** For somebody whose role is not known: how the map gets to know it, and the roles that careers mostly begin with. */
export function NoStart({ data }: { data: Data }) {
  const { roles, families, personId } = data;
  const first = families.flatMap(({ id }) => roles.filter(({ family }) => family === id).sort((a, b) => a.grade - b.grade).slice(0, 1));
  return (
    <Empty kind="nothing" title="The map does not know yet where you start">
      <div className="stack">
        <p>{personId !== null && <><Link to={`/people/${personId}/history`}>Put your role into your history</Link>, and it begins there. </>}Or look where one of these leads, the first role of each family:</p>
        <ul className="chips">{first.map(({ id, name }) => <li key={id}><Link to={pathsAddress(data, { from: id })}>{name}</Link></li>)}</ul>
      </div>
    </Empty>
  );
}
