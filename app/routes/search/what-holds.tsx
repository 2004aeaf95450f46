import { Link } from '@remix-run/react';
import { X } from 'lucide-react';
import { Empty } from '#app/ui/empty.tsx';
import { plural } from '#app/ui/format.ts';
import { searchAddress, withoutCondition, type SearchData } from './address.ts';
import { conditionWords, isSame } from './condition-words.ts';

/** The conditions as words; each is a link to the search without it. */
export function ConditionChips({ data }: { data: SearchData }) {
  const { criteria, target } = data;
  const chips = conditionWords(data).map(({ key, words }) => ({ words, to: searchAddress(withoutCondition(criteria, key), target?.id, false) }));
  if (target) chips.push({ words: `How ready for ${target.name}`, to: searchAddress(criteria, undefined, data.showsNear) });
  if (chips.length === 0) return null;
  return (
    <ul className="chips">
      {chips.map(({ words, to }) => <li key={words}><Link to={to} preventScrollReset><span className="visually-hidden">Remove: </span>{words}<X aria-hidden="true" /></Link></li>)}
    </ul>
  );
}

/** How many there are in each family, as links that choose it. */
export function FamilyCounts({ data: { families, criteria, target, showsNear } }: { data: SearchData }) {
  if (families.length < 2) return null;
  return (
    <nav aria-label="By family" className="cluster small mb-3">
      {families.map(({ id, name, count }) => (
        <Link key={id} to={searchAddress({ ...criteria, family: id }, target?.id, showsNear)} aria-current={criteria.family === id ? 'true' : undefined} preventScrollReset>{name} ({count})</Link>
      ))}
    </nav>
  );
}

/** Nobody matches: which condition leaves nobody, and what would be without it. */
export function NobodyMatches({ data }: { data: SearchData }) {
  const { emptied, near, criteria, target } = data;
  const words = conditionWords(data);
  const helpful = emptied.filter(({ count }) => count > 0);
  return (
    <Empty kind={emptied.length === 0 ? 'nothing' : 'no-match'} title={emptied.length === 0 ? 'Nobody lets recruiters see them yet' : 'Nobody matches all of this'}>
      {emptied.length === 0 && <p>Everybody decides for themselves what recruiters see.</p>}
      {emptied.length > 0 && helpful.length === 0 && near === 0 && <p>No single condition is to blame: take two away, or ask for lower levels.</p>}
      {helpful.length > 0 && (
        <ul className="plain">
          {helpful.map(({ key, count }) => (
            <li key={key.kind === 'skill' ? key.skill : key.kind}>
              <Link to={searchAddress(withoutCondition(criteria, key), target?.id, false)}>Without “{words.find((one) => isSame(one.key, key))?.words}”</Link> {plural(count, 'person matches', 'people match')}.
            </li>
          ))}
        </ul>
      )}
    </Empty>
  );
}
