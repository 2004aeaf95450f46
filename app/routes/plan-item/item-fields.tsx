import { useSearchParams } from '@remix-run/react';
import type { ItemPage } from '#app/features/plans/queries/item.server.ts';
import { RadioGroup } from '#app/ui/choices.tsx';
import { DateField, Select, TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { levelText } from '#app/ui/level.tsx';
import { itemKindOptions } from '#app/ui/plan-words.ts';

/** The form of an item: what the address says for a new one, else what it says today. */
export function ItemFields({ data: { item, begin, choices } }: { data: ItemPage }) {
  const [search] = useSearchParams();
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const typed = (value: string | null) => value ?? undefined;
  const defaults = item
    ? { kind: item.kind, title: item.title, skill: typed(item.skillId), level: item.level ?? undefined, certification: typed(item.certificationId), host: typed(item.host), startsOn: typed(item.startsOn), endsOn: typed(item.endsOn) }
    : { ...begin };
  return (
    <Form intent={item ? 'save' : 'add'} key={item ? undefined : search.toString()} defaults={defaults} className="form">
      {item && <input type="hidden" name="version" value={item.version} />}
      <RadioGroup name="kind" legend="What is it?" compact options={itemKindOptions} />
      <TextField name="title" label="In a few words" hint="For example: network change weekend. For a certificate it may stay empty." />
      <Select name="skill" label="The skill it is for" hint="When it is done, it can be the evidence for a rating." optional blank="No skill" options={choices.skills.map(option)} />
      <Select name="level" label="Towards level" optional blank="No level in mind" options={[1, 2, 3, 4, 5].map((level) => ({ value: level, label: levelText(level) }))} />
      <Select name="certification" label="The certificate, if it is one" optional blank="None" options={choices.certifications.map(option)} />
      <TextField name="host" label="With whom" hint="A colleague’s full name, or anybody or any place." optional />
      <DateField name="startsOn" label="First day" optional />
      <DateField name="endsOn" label="Last day" optional />
      <SubmitButton>{item ? 'Save the item' : 'Add to the plan'}</SubmitButton>
    </Form>
  );
}
