import { ButtonForm } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';

/** The two ways to begin on one's own machine. */
export function StartChoice({ linkPrinted }: { linkPrinted: boolean }) {
  return (
    <>
      <p className="lede">Nobody has begun here yet. Look around in a made-up organisation first, or start with your own.</p>
      <Section title="Try the demonstration organisation" panel>
        <p>About 120 made-up people in six teams on three sites, with histories, skills and conversations that are due. One click signs you in as a technician, a manager, a recruiter or an administrator. Loading it takes a few seconds.</p>
        <ButtonForm intent="demonstration" primary label="Try the demonstration organisation" />
      </Section>
      <Section title="Start empty" panel>
        {linkPrinted
          ? <p>A set-up link is waiting in the terminal where Deskpath was started. It works once, within an hour. If you cannot find it, have a new one printed.</p>
          : <p>With your own organisation and the starter catalogue of roles and skills. A one-time set-up link is printed in the terminal where Deskpath was started; with it you become the first administrator.</p>}
        <ButtonForm intent="empty" label={linkPrinted ? 'Print a new link' : 'Start empty'} />
      </Section>
    </>
  );
}
