import { useEffect, useState, type ChangeEvent } from 'react';
import type { Choice, Disclosure, Section as Part } from '#app/domain/disclosure.ts';
import { RadioGroup } from './choices.tsx';
import { Form, SubmitButton } from './form.tsx';
import { Grid, Section } from './page.tsx';
import { ProfileLine, RecruiterProfile } from './recruiter-profile.tsx';
import { previewOf, type ProfileParts } from './shown-profile.ts';

/** What is chosen, saved or only tried out, and one's own profile both ways; without a confirmed role there is none. */
type Data = { choice: Choice; isDraft: boolean; parts: ProfileParts | null; holdersAtLeast: number };

const parts: readonly { name: Part; legend: string; words: Record<Disclosure, string> }[] = [
  { name: 'skills', legend: 'Skills', words: {
    hidden: 'No search by skill finds you.', anonymous: 'Skills and levels under an alias, without dates.', named: 'Skills with the month of confirmation, and languages, with your name.' } },
  { name: 'history', legend: 'Experience', words: {
    hidden: 'How long you have worked is not shown.', anonymous: 'Whole years in your role and in each family, nothing more.', named: 'Your appointments with dates, places and employers, with your name.' } },
  { name: 'certificates', legend: 'Certificates and education', words: {
    hidden: 'No search by certificate finds you.', anonymous: 'What you hold, without dates and schools.', named: 'All of it with dates and schools, with your name.' } },
  { name: 'wishes', legend: 'Open to moves', words: {
    hidden: 'What you offer stays with you and the managers above you.', anonymous: 'Hours, shifts and notice under an alias, without sites.', named: 'All you offer, sites too, with your name.' } },
];
const titles: Record<Disclosure, string> = { hidden: 'Hidden', anonymous: 'Anonymous', named: 'Named' };

/** What to show of each part, and beside it the very page that a recruiter would see. */
export function ChoicesAndPreview({ data, save }: { data: Data; save: string }) {
  const [choice, setChoice] = useState<Choice>(data.choice);
  const stored = JSON.stringify(data.choice);
  useEffect(() => setChoice(JSON.parse(stored) as Choice), [stored]);
  const follow = ({ target }: ChangeEvent<HTMLDivElement>) => {
    const input = target as EventTarget as HTMLInputElement;
    if (input.type === 'radio') setChoice((before) => ({ ...before, [input.name]: input.value as Disclosure }));
  };
  return (
    <Grid
      main={(
        <Section title="What recruiters see">
          <div onChange={follow}>
            <Form intent="choose" key={stored} defaults={data.choice} className="form">
              {parts.map(({ name, legend, words }) => (
                <RadioGroup key={name} name={name} legend={legend} options={(['hidden', 'anonymous', 'named'] as const).map((value) => ({ value, label: titles[value], hint: words[value] }))} />
              ))}
              <p className="muted small">One part named puts your name on the whole profile. Your role itself is shown under an alias only while at least {data.holdersAtLeast} people hold it; else family and grade stand in for it. Your wish to stay is never shown.</p>
              <SubmitButton>{save}</SubmitButton>
              <noscript><button type="submit" name="preview" value="1" className="btn quiet">Preview</button></noscript>
            </Form>
          </div>
        </Section>
      )}
      side={<Preview data={data} choice={choice} />}
    />
  );
}

function Preview({ data: { parts: own, isDraft }, choice }: { data: Data; choice: Choice }) {
  const profile = own && previewOf(own, choice);
  return (
    <Section title="As a recruiter sees you" id="preview" panel>
      {isDraft && <p><strong>Not saved yet:</strong> this is how it would be.</p>}
      {!own && <p>You hold no confirmed role here today, so recruiters do not see you at all.</p>}
      {own && !profile && <p>Nothing: you are in no search, and your profile answers as if it did not exist.</p>}
      {profile && (
        <>
          <p className="text-lg font-semibold">{profile.label}</p>
          {!profile.isNamed && <p className="muted small">Every recruiter sees different letters here.</p>}
          <ProfileLine profile={profile} />
          <RecruiterProfile profile={profile} level={3} />
        </>
      )}
    </Section>
  );
}
