import { Link } from '@remix-run/react';
import type { SkillLine, SkillsView } from '#app/features/ratings/queries/skills.server.ts';
import { longDate, relativeDay } from '#app/ui/format.ts';
import { Level } from '#app/ui/level.tsx';
import { askText, interestName } from '#app/ui/skill-words.ts';
import { Table } from '#app/ui/table.tsx';
import { Tag } from '#app/ui/tag.tsx';

type Props = { title: string; skills: readonly SkillLine[]; personId: number; role: SkillsView['role']; today: string };

/** Skills of one kind: what is claimed, what is confirmed, what the role asks. */
export function SkillTable({ title, skills, personId, role, today }: Props) {
  const query = role && !role.current ? `?role=${role.id}` : '';
  return (
    <Table
      caption={title}
      className="skill-table"
      rows={skills}
      rowKey={(skill) => skill.id}
      columns={[
        { key: 'name', header: 'Skill', rowHeader: true, cell: (skill) => <Link to={`/people/${personId}/skills/${skill.id}${query}`}>{skill.name}</Link> },
        { key: 'claimed', header: 'Claimed', cell: (skill) => <Claimed skill={skill} today={today} /> },
        { key: 'confirmed', header: 'Confirmed', cell: (skill) => <Confirmed skill={skill} /> },
        ...(role ? [{ key: 'ask', header: `${role.name} asks`, cell: ({ ask }: SkillLine) => (ask ? askText(ask) : <None>not asked</None>) }] : []),
        { key: 'used', header: 'Last used', cell: ({ lastUsedOn }) => (lastUsedOn ? <span title={longDate(lastUsedOn)}>{relativeDay(lastUsedOn, today)}</span> : <None>not said</None>) },
        { key: 'interest', header: 'Interest', cell: ({ interest }) => (interest ? interestName(interest) : <None>not said</None>) },
      ]}
    />
  );
}

function Claimed({ skill, today }: { skill: SkillLine; today: string }) {
  return (
    <div className="cluster">
      <Level value={skill.claimed} need={skill.ask?.level} />
      {skill.waitingSince && <Tag tone="close" shape="ring">Waiting, said {relativeDay(skill.waitingSince, today)}</Tag>}
      {skill.retired && <Tag>No longer rated</Tag>}
    </div>
  );
}

function Confirmed({ skill: { confirmed, confirmedOn, stale } }: { skill: SkillLine }) {
  if (confirmed === null || confirmedOn === null) return <None>not yet</None>;
  return (
    <div className="cluster">
      <span>{confirmed}, {longDate(confirmedOn)}</span>
      {stale && <Tag tone="close" shape="half">Confirm again</Tag>}
    </div>
  );
}

function None({ children }: { children: string }) {
  return <span className="muted">{children}</span>;
}
