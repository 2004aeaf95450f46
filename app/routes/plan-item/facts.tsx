import { spanText } from '#app/domain/plan-item-text.ts';
import { itemKindName } from '#app/domain/plan.ts';
import type { ItemView } from '#app/features/plans/queries/plan.server.ts';
import { CheckList } from '#app/ui/check-list.tsx';
import { longDate } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';

/** What an item says, as facts in rows. */
export function Facts({ item: { kind, skill, level, host, startsOn, endsOn, doneOn, outcome } }: { item: ItemView }) {
  const rows = [
    { term: 'Kind', detail: itemKindName(kind) },
    { term: 'Skill', detail: skill && (level ? `${skill}, towards ${levelText(level)}` : skill) },
    { term: 'With', detail: host },
    { term: 'When', detail: spanText(startsOn, endsOn) },
    { term: 'Done', detail: doneOn && longDate(doneOn) },
    { term: 'Outcome', detail: outcome && <span className="typed">{outcome}</span> },
  ];
  return <CheckList rows={rows.filter(({ detail }) => detail !== null && detail !== '')} />;
}
