import { FilterForm } from '#app/ui/filters.tsx';
import { useDomId } from '#app/ui/dom-id.ts';
import type { loader } from './route.tsx';

type Shown = Awaited<ReturnType<typeof loader>>['shown'];

const sections: Record<Shown[number], string> = {
  experience: 'Experience', skills: 'Skills', certificates: 'Certificates', education: 'Education', languages: 'Languages', contact: 'E-mail address',
};

/** Which parts stand on the page; none ticked: all of them. */
export function SectionChoice({ shown }: { shown: Shown }) {
  const id = useDomId();
  return (
    <FilterForm label="What stands on the profile">
      {(Object.keys(sections) as Shown).map((section) => (
        <div key={section} className="check-line">
          <input type="checkbox" className="tick" id={`${id}-${section}`} name="sections" value={section} defaultChecked={shown.includes(section)} />
          <label htmlFor={`${id}-${section}`}>{sections[section]}</label>
        </div>
      ))}
    </FilterForm>
  );
}
