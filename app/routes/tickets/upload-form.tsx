import type { TicketsView } from '#app/features/tickets/queries.server.ts';
import { FileField } from '#app/ui/file-field.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { daysText, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';

/** A file of closed tickets, and what may be in it. */
export function UploadForm({ view: { span, changing } }: { view: TicketsView }) {
  return (
    <Section title="Bring tickets in" panel>
      {span && <p>Here so far: {plural(span.tickets, 'ticket', 'tickets')} {span.from === span.to ? 'on' : 'from'} {daysText(span.from, span.to)}.</p>}
      <Form intent="upload" encType="multipart/form-data" className="form">
        <FileField name="file" label="A CSV file of tickets you closed" accept=".csv,text/csv,text/plain" largest={1024 * 1024} hint="At most 1 MB. Days that are here already are replaced for the categories in the file, so no ticket counts twice." />
        <SubmitButton quiet={changing}>Read the file</SubmitButton>
      </Form>
      <details className="mt-4">
        <summary>What the file looks like</summary>
        <div className="stack small mt-2">
          <p>One row a ticket, with the columns <strong>closed</strong> (or date, closed at, resolved) and <strong>category</strong> (or type). Or one row a day and category, with <strong>count</strong> (or tickets) beside them.</p>
          <p>Dates are written 2026-04-03, with or without a time; a time with its zone (Z, +02:00) counts on the day it was here. 25/04/2026 works when the file shows that the day stands first. Commas, semicolons or tabs; UTF-8.</p>
          <p>Only numbers by day and category are kept. Titles, callers and all other columns are not read.</p>
        </div>
      </details>
    </Section>
  );
}
