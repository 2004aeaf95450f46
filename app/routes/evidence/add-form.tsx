import { largestFile } from '#app/domain/evidence.ts';
import type { EvidenceView } from '#app/features/evidence/queries.server.ts';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { fileSize, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { SkillPicker } from '#app/ui/skill-picker.tsx';

/** Words, a link, a file: one of them or several, and the skills that they show. */
export function AddForm({ view: { kinds, kept, room } }: { view: EvidenceView }) {
  return (
    <Section title="Add evidence" panel>
      <Form intent="add" encType="multipart/form-data" className="form">
        <TextArea name="text" label="What you did" optional rows={3} hint="A ticket, a change, a piece of work, in your own words. Leave customers’ names out." />
        <TextField name="link" label="A link to it" optional type="url" hint="For example https://tickets.example/48213" />
        <FileField name="file" label="A file" optional accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg" largest={largestFile} hint="PDF, PNG or JPEG, at most 5 MB." />
        <SkillPicker name="skills" legend="Which skills does it show?" groups={kinds} />
        <SubmitButton>Add it</SubmitButton>
        <p className="muted small">You keep {plural(kept.files, 'file', 'files')}{kept.files > 0 && `, ${fileSize(kept.bytes)}`}. There is room for {plural(room.files, 'file', 'files')} and {room.megabytes} MB.</p>
      </Form>
    </Section>
  );
}
