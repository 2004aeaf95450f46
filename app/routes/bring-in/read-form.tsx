import { largestResume } from '#app/features/exchange/resume/resume.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { Grid, Section } from '#app/ui/page.tsx';

/** The first step: which file. */
export function ReadForm() {
  return (
    <>
      <p className="lede">Many tools can save a curriculum vitae as JSON Resume. Deskpath reads it and shows you, row by row, what it would add. Nothing is written to your record before you have checked it.</p>
      <Grid
        main={(
          <Form intent="read" encType="multipart/form-data">
            <FileField name="file" label="Your file" hint="JSON Resume, at most 1 MB" accept=".json,application/json" largest={largestResume} />
            <TextArea name="text" label="Or paste its text" rows={6} optional />
            <SubmitButton>Read it</SubmitButton>
          </Form>
        )}
        side={(
          <Section title="What is read" panel>
            <ul className="stack">
              <li>Jobs, as earlier roles, or as roles here when the employer is this organisation</li>
              <li>Education and certificates</li>
              <li>Skills that the catalogue knows, as self ratings at a level you check</li>
              <li>Languages</li>
            </ul>
            <p className="muted small mt-3">Everything else stays out, and you are told what. Roles, education and certificates are stated until your manager confirms them.</p>
          </Section>
        )}
      />
    </>
  );
}
