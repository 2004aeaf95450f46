import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { CheckList } from '#app/ui/check-list.tsx';
import { ButtonForm } from '#app/ui/form.tsx';
import { longDate, relativeDay } from '#app/ui/format.ts';
import { Level, levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';
import { interestName } from '#app/ui/skill-words.ts';
import { Tag } from '#app/ui/tag.tsx';

/** Where the person stands today: claimed and confirmed, how fresh, last used. */
export function Standing({ own, claimed, confirmed, confirmedOn, stale, waiting, ask, lastUsedOn, interest, today, retired }: SkillView) {
  return (
    <Section title="Today" panel>
      <CheckList
        rows={[
          { term: 'Claimed', detail: <div className="cluster"><Level value={claimed} need={ask?.level} />{waiting && <Tag tone="close" shape="ring">Waiting</Tag>}</div> },
          {
            term: 'Confirmed',
            detail: confirmed === null || confirmedOn === null
              ? <span className="muted">not yet</span>
              : <div className="cluster"><span>{levelText(confirmed)}, {longDate(confirmedOn)}</span>{stale && <Tag tone="close" shape="half">Confirm again</Tag>}</div>,
          },
          { term: 'Last used', detail: lastUsedOn ? `${longDate(lastUsedOn)}, ${relativeDay(lastUsedOn, today)}` : <span className="muted">not said</span> },
          ...(own ? [] : [{ term: 'Interest', detail: interest ? interestName(interest) : <span className="muted">not said</span> }]),
        ]}
      />
      {own && !retired && claimed !== null && lastUsedOn !== today && (
        <div className="mt-4">
          <ButtonForm intent="still-true" label="Still true, used today" />
          <p className="muted small mt-2">Moves “last used” to today. A confirmation that wants repeating still does.</p>
        </div>
      )}
    </Section>
  );
}
