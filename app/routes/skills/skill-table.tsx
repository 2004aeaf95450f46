import { Link } from '@remix-run/react';
import type { SkillLine } from '#app/features/ratings/queries/lines.server.ts';
import type { SkillsView } from '#app/features/ratings/queries/skills.server.ts';
import { longDate, relativeDay, shortDate } from '#app/ui/format.ts';
import { Level, levelText } from '#app/ui/level.tsx';
import { askText, interestName } from '#app/ui/skill-words.ts';
import { Table } from '#app/ui/table.tsx';
import { Tag } from '#app/ui/tag.tsx';

/** The tables of all kinds stand under one another: their columns line up. */
const widths = 'lg:table-fixed lg:[&_th:nth-child(1)]:w-[27%] lg:[&_th:nth-child(2)]:w-[20%] lg:[&_th:nth-child(3)]:w-[17%] lg:[&_th:nth-last-child(2)]:w-[11%] lg:[&_th:nth-last-child(1)]:w-[9%]';

type Props = { title: string; skills: readonly SkillLine[]; personId: number; role: SkillsView['role']; today: string };

/** Skills of one kind: what is claimed, what is confirmed, what the role asks. */
export function SkillTable({ title, skills, personId, role, today }: Props) {
  const query = role && !role.current ? `?role=${role.id}` : '';
  return (
    <Table
      caption={<h3>{title}</h3>}
      className={`dense ${widths}`}
      rows={skills}
      rowKey={(skill) => skill.id}
      columns={[
        { key: 'name', header: 'Skill', rowHeader: true, cell: (skill) => <Link to={`/people/${personId}/skills/${skill.id}${query}`}>{skill.name}</Link> },
        { key: 'claimed', header: 'Claimed', cell: (skill) => <Claimed skill={skill} /> },
        { key: 'confirmed', header: 'Confirmed', cell: (skill) => <Confirmed skill={skill} /> },
        ...(role ? [{ key: 'ask', header: `${role.name} asks`, short: 'Asked', cell: (skill: SkillLine) => <Asked skill={skill} /> }] : []),
        { key: 'used', header: 'Last used', cell: (skill) => <Used skill={skill} today={today} /> },
        { key: 'interest', header: 'Interest', cell: ({ interest }) => (interest ? interestName(interest) : <None words="not said" />) },
      ]}
    />
  );
}

function Claimed({ skill }: { skill: SkillLine }) {
  return (
    <div className="cluster">
      <Level value={skill.claimed} need={skill.ask?.level} />
      {skill.waitingSince && <Tag tone="close" shape="ring">Waiting since {shortDate(skill.waitingSince)}</Tag>}
      {skill.request && <span className="muted small">asked {shortDate(skill.request.on)}</span>}
      {skill.retired && <Tag>No longer rated</Tag>}
    </div>
  );
}

function Confirmed({ skill: { confirmed, confirmedOn, stale } }: { skill: SkillLine }) {
  if (confirmed === null || confirmedOn === null) return <None words="not confirmed" />;
  return (
    <div className="cluster">
      <span>{confirmed}, {longDate(confirmedOn)}</span>
      {stale && <Tag tone="close" shape="half">Confirm again</Tag>}
    </div>
  );
}

/** What the role asks, and where that is more than is claimed, the wording of the next level. */
function Asked({ skill: { ask, next } }: { skill: SkillLine }) {
  if (!ask) return <None words="not asked" />;
  return (
    <>
      {askText(ask)}
      {next && (
        <details className="small">
          <summary>To reach {levelText(next.level)}</summary>
          <p className="mt-1">{next.sentence}</p>
          <p className="muted">For example: {next.example}</p>
        </details>
      )}
    </>
  );
}

function Used({ skill: { lastUsedOn, unused }, today }: { skill: SkillLine; today: string }) {
  if (!lastUsedOn) return <None words="not said" />;
  return (
    <div className="cluster">
      <span title={longDate(lastUsedOn)}>{relativeDay(lastUsedOn, today)}</span>
      {unused && <Tag tone="close" shape="half">Long ago</Tag>}
    </div>
  );
}

/** A quiet dash, with the words for those who do not see it. */
function None({ words }: { words: string }) {
  return <span className="muted unsaid"><span aria-hidden="true">–</span><span className="visually-hidden">{words}</span></span>;
}
