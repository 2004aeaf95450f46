import { Section } from '#app/ui/page.tsx';

/** The file with everything, and in short how it is written. */
export function Everything({ id }: { id: number }) {
  return (
    <Section title="Everything about me" panel>
      <p>One file with every row that is kept about you: roles, time away, certificates, education, ratings and their notes, evidence with its files, plans, conversations, what you show, and who looked.</p>
      <p><a className="btn quiet" href={`/people/${id}/take-with-me/everything.json`} download>Download everything (JSON)</a></p>
      <details>
        <summary>How the file is written, and what is not in it</summary>
        <div className="stack mt-3">
          <p>It is JSON, <code>format</code> “deskpath-person”, <code>version</code> 1. <code>person</code> is you; <code>people</code> are those your rows mention, by number and name, and nothing else of them; <code>recruiters</code> are those who looked or asked, by name.</p>
          <p>Below <code>tables</code> each list holds the rows of one kind in the order they were made. A row refers to another one by its place in its list, counted from 1 (“replaces”: 2), to people by their number, to recruiters by their place in the list, to roles, skills and certificates by their short name in the catalogue. Days are written 2026-11-21, moments in UTC, the content of files in Base64. A file that was removed during the download is named below <code>leftOut</code>.</p>
          <p>Whoever runs another Deskpath can bring it in whole: <code>npm run import:person -- file.json</code>. Links you had shared cannot be opened there, your rights are given anew, and you choose a new password.</p>
          <p>Not in it: passwords and sessions; what is worked out from the rest, such as the level that counts; the names recruiters know you by; a curriculum vitae you have uploaded and not yet checked; and the record of who changed what, which is the organisation’s. What you wrote about others is in their file.</p>
        </div>
      </details>
    </Section>
  );
}
