import { TextArea } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** Ask to be shown the name, or how the question stands. */
export function AskName({ data: { name } }: { data: Data }) {
  return (
    <Section title="The name is not shown" panel>
      {name.mayAsk && (
        <Form className="form">
          <TextArea name="message" label="Ask to see the name" hint={`Say what it is about. The person answers yes or no; no answer within ${name.answerDays} days means no.`} rows={4} />
          <SubmitButton>Ask to see the name</SubmitButton>
        </Form>
      )}
      {!name.mayAsk && name.askedOn && name.againOn && (name.waiting
        ? <p>You asked on {longDate(name.askedOn)}. The answer is open until {longDate(name.againOn)}.</p>
        : <p>You asked on {longDate(name.askedOn)}, and the answer was no. You may ask again from {longDate(name.againOn)} on.</p>)}
    </Section>
  );
}
