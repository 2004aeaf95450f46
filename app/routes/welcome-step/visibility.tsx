import { ChoicesAndPreview } from '#app/ui/choices-and-preview.tsx';
import { ButtonForm } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { StepPage } from './page.server.ts';

export type VisibilityPage = Extract<StepPage, { of: 'visibility' }>;

/** What recruiters may see, part by part, with the profile that it makes beside it. */
export function Visibility({ page }: { page: VisibilityPage }) {
  return (
    <>
      <p className="lede">This is about recruiters alone. Managers above you see your skills and history as part of their work; colleagues see name, role, team and site.</p>
      {!page.hasChosen && (
        <Notice tone="calm">
          Set below is what your organisation begins with. It holds until you save something else.
          <ButtonForm intent="go-on" label="Leave it as it is for now" link />
        </Notice>
      )}
      <ChoicesAndPreview data={page} save="Save and go on" />
    </>
  );
}
