import { RadioGroup } from '#app/ui/choices.tsx';
import { DateField, Select, TextField } from '#app/ui/fields.tsx';
import { longDate } from '#app/ui/format.ts';
import { postKindOptions, shiftOptions } from '#app/ui/history-words.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

const pair = 'grid gap-5 sm:grid-cols-2';
const ifUs = 'grid gap-5 group-has-[[value=earlier]:checked]/where:hidden';
const ifEarlier = 'grid gap-5 group-has-[[value=us]:checked]/where:hidden';

/** A role here or with an earlier employer. What belongs to the other of the two is hidden once one is chosen, by style alone. */
export function AppointmentFields({ data: { choices, own, goesOn } }: { data: Data }) {
  if (!choices) return null;
  const { families, roles, teams, sites } = choices;
  const named = (list: readonly { id: number | string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="group/where grid gap-5">
      <RadioGroup name="with" legend="Where was it?" compact options={[{ value: 'us', label: 'Here' }, { value: 'earlier', label: 'With an earlier employer' }]} />
      <div className={ifUs}>
        <Select name="role" label="Role" blank="Choose a role" options={families.map(({ name }) => ({ group: name, options: named(roles.filter(({ family }) => family === name)) }))} />
        <RadioGroup name="kind" legend="How?" compact options={postKindOptions} hint="Main unless it was beside your main role." />
      </div>
      <div className={ifEarlier}>
        <TextField name="employer" label="Employer" autoComplete="organization" />
        <TextField name="roleName" label="Role there" />
        <Select name="family" label="Which family does it belong to?" hint="Then it counts as experience in that family." blank="None of these" optional options={named(families)} />
      </div>
      <div className={pair}>
        <DateField name="startedOn" label="First day" />
        <DateField name="endedOn" label="Last day" hint="Leave it empty while it goes on." optional />
      </div>
      {goesOn && <p className="panel small group-has-[[value=earlier]:checked]/where:hidden">{endsWords(goesOn, own)}</p>}
      <div className={`${ifUs} sm:grid-cols-2`}>
        <Select name="team" label="Team" blank="Not said" optional options={named(teams)} />
        <Select name="site" label="Site" blank="Not said" optional options={named(sites)} />
        <Select name="shift" label="Shift" blank="Not said" optional options={shiftOptions} />
      </div>
      <div className={pair}>
        <TextField name="hoursPerWeek" label="Hours a week" type="number" inputMode="decimal" width="short" optional />
        <TextField name="headcountLed" label="How many people were led" type="number" width="short" optional />
      </div>
    </div>
  );
}

function endsWords({ title, startedOn }: NonNullable<Data['goesOn']>, own: boolean): string {
  return `A main role that goes on ends ${own ? 'your' : 'the'} current one on the day before it begins: ${title}, since ${longDate(startedOn)}.${own ? ' The clock follows when your manager confirms it.' : ''}`;
}
