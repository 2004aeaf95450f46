import { Link } from '@remix-run/react';
import type { EvidenceView } from '#app/features/evidence/queries.server.ts';
import { EvidenceWords } from '#app/ui/evidence-words.tsx';
import { ButtonForm, Form, SubmitButton } from '#app/ui/form.tsx';
import { listOf } from '#app/ui/format.ts';
import { Grid, PageHeader, Section } from '#app/ui/page.tsx';
import { SkillPicker } from '#app/ui/skill-picker.tsx';

type Props = { view: EvidenceView; changing: NonNullable<EvidenceView['changing']> };

/** One piece of one's own: which skills it shows, and taking it away. */
export function ChangePiece({ view: { person, kinds }, changing }: Props) {
  const { id, skills, held, ofPlan } = changing;
  const names = kinds.flatMap((group) => group.skills).filter((skill) => held.includes(skill.id)).map(({ name }) => name);
  return (
    <>
      <PageHeader title="Change a piece of evidence" eyebrow={<Link to={`/people/${person.id}/evidence`}>Your evidence</Link>} />
      <p className="typed panel"><EvidenceWords piece={changing} personId={person.id} /></p>
      <Grid
        main={(
          <Section title="What it shows">
            <Form intent="change" key={skills.join()} defaults={{ skills }} className="form wide">
              <input type="hidden" name="evidence" value={id} />
              <SkillPicker name="skills" legend="Which skills does it show?" hint={names.length > 0 ? `A rating of ${listOf(names)} stands on it, so that stays chosen.` : undefined} groups={kinds} />
              <div className="buttons">
                <SubmitButton>Save what it shows</SubmitButton>
                <Link to={`/people/${person.id}/evidence`}>Leave it as it is</Link>
              </div>
            </Form>
          </Section>
        )}
        side={(
          <Section title="Remove it" panel>
            {names.length > 0
              ? <p>A rating of {listOf(names)} stands on it. Ratings keep what they were given for, so this piece stays.</p>
              : <><p>No rating stands on it. Removing it is for good.{ofPlan && ' It was made of something you did for your plan; the plan goes on saying what came of it.'}</p><ButtonForm intent="remove" fields={{ evidence: id }} label="Remove this piece" /></>}
          </Section>
        )}
      />
    </>
  );
}
