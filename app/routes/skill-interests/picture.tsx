import type { InterestsView } from '#app/features/ratings/queries/interests.server.ts';
import { listOf, longDate, plural } from '#app/ui/format.ts';
import { InterestGrid } from '#app/ui/interest-grid.tsx';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';
import { interestName } from '#app/ui/skill-words.ts';
import { Table } from '#app/ui/table.tsx';
import { readingName } from './words.ts';

/** Each skill where it stands between level and interest, and the same as a table. */
export function Picture({ person, own, readings }: InterestsView) {
  const rows = readings.flatMap(({ reading, skills }) => skills.map((skill) => ({ ...skill, reading })));
  const placed = rows.flatMap(({ name, level, interest, reading }) => (interest === null ? [] : [{ name, level, interest, strong: reading === 'burns-out' }]));
  const counts = readings.filter(({ skills }) => skills.length > 0).map(({ reading, skills }) => `${readingName(reading).toLowerCase()} ${skills.length}`);
  const summary = `${plural(rows.length, 'skill', 'skills')}: ${listOf(counts)}.`;
  return (
    <Section title="The picture" panel>
      <figure className="picture">
        <p className="picture-title">{own ? 'Your skills' : `Skills of ${person.name}`} by level and interest</p>
        <p className="muted small">{summary}</p>
        {placed.length === 0
          ? <p>{own ? 'You have not said of any skill how much of it you want. Say it where you rate the skill, and it gets its place here.' : 'No interest has been said, so nothing has a place yet.'}</p>
          : <InterestGrid label={`Levels against interest. ${summary}`} skills={placed} />}
        {placed.length > 0 && <p className="muted small mt-2">More of it: to train below level 3, a strength to use from 3 on. Less of it from level 3 on may burn out: bold where it was used in the last three months.</p>}
        <details>
          <summary>The same as a table</summary>
          <Table caption="By what level and interest say together" rows={rows} rowKey={({ id }) => id} columns={[
            { key: 'name', header: 'Skill', rowHeader: true, cell: ({ name }) => name },
            { key: 'level', header: 'Claimed', cell: ({ level }) => levelText(level) },
            { key: 'interest', header: 'Interest', cell: ({ interest }) => (interest === null ? 'not said' : interestName(interest)) },
            { key: 'used', header: 'Last used', cell: ({ lastUsedOn }) => (lastUsedOn === null ? 'not said' : longDate(lastUsedOn)) },
            { key: 'reading', header: 'Reading', cell: ({ reading }) => readingName(reading) },
          ]} />
        </details>
      </figure>
    </Section>
  );
}
