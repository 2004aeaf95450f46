import type { LoaderFunctionArgs } from '@remix-run/node';
import { allowAnyone } from '#app/server/actor.server.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const handle = titled(() => ['About this data']);

export function loader(args: LoaderFunctionArgs) {
  allowAnyone(args);
  return null;
}

export default function AboutData() {
  return (
    <div className="prose">
      <PageHeader title="About this data" eyebrow="Where the starter catalogue comes from, and what in it is judgement" />
      <p className="lede">The roles, skills and moves that a new installation starts with are a draft to work from. Your organisation may change all of it, and what it writes is its own.</p>
      <Section title="What stands on a source">
        <ul>
          <li>This product includes information from the <a href="https://www.onetcenter.org/database.html" rel="noreferrer">O*NET 29.3 Database</a> by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer license">CC BY 4.0</a> licence. Deskpath has modified some of this information; USDOL/ETA has not approved, endorsed or tested these modifications. O*NET is a trademark of USDOL/ETA. From it come the O*NET codes of roles and some links between roles and skills.</li>
          <li>This product uses the <a href="https://esco.ec.europa.eu/" rel="noreferrer">ESCO classification</a> of the European Commission (version 1.1.1): occupation codes and some links between roles and skills.</li>
          <li>Work-role codes come from the <a href="https://www.nist.gov/itl/applied-cybersecurity/nice/nice-framework-resource-center" rel="noreferrer">NICE Framework</a>, which is in the public domain in the United States.</li>
          <li>Two trade articles on careers that begin at a help desk gave the first roles, several moves between them, and the advice to look at one’s next step after about two years. What they state is marked “article” in the catalogue.</li>
          <li>Certificates, how long they are valid and what they are about come from their issuers’ pages, marked “page”.</li>
        </ul>
      </Section>
      <Section title="What is judgement">
        <p>Every level number, nearly every mark that a requirement is essential or desirable, and most figures in months are our own judgement, marked “judgement” in the catalogue. So are:</p>
        <ul>
          <li>the sentence and the example of each level of a skill,</li>
          <li>the months that it takes to climb from one level to the next,</li>
          <li>the typical months in a role before a move,</li>
          <li>after how long a confirmed level should be confirmed again.</li>
        </ul>
        <p>They are a fair place to begin a conversation, not facts about a person. Readiness never decides anything: a named person does, in writing.</p>
      </Section>
      <Section title="What happened here">
        <p>Figures on moves that people made in your organisation are counted from its own records and shown only when at least a few people made the same move. They are never mixed with the catalogue’s figures.</p>
      </Section>
      <Section title="What is left out on purpose">
        <p>SFIA is licensed, so its texts and codes are not included; an organisation with a licence may add its own. Pay figures and benchmark reports age quickly and are not included either.</p>
      </Section>
      <Section title="Type and icons">
        <p>The typeface is Inter by The Inter Project Authors, under the SIL Open Font License 1.1. Icons come from Lucide, under the ISC licence. Both are served from this installation; no page asks another server for anything.</p>
      </Section>
    </div>
  );
}
