import { assume, assumptionKey, parseAssumption, type Assumption } from '#app/domain/what-if.ts';

type Sent = { skill?: string | undefined; level?: number | undefined; certificate?: string | undefined; education?: string | undefined; if: readonly string[] };

/** The address that says by itself all that a form of this page has sent, each assumption on its own. Null when it does so already. */
export function addressSent(url: URL, { skill, level, certificate, education, if: assumed }: Sent): string | null {
  const before = assumed.flatMap((text) => text.split(','));
  const added = [skill && level ? `${skill}.${level}` : '', certificate ?? '', education ?? ''].filter(Boolean);
  if (added.length === 0 && before.length === assumed.length) return null;
  const list = [...before, ...added].map(parseAssumption).filter((one): one is Assumption => one !== null)
    .reduce<Assumption[]>((all, one) => assume(all, one), []);
  const search = new URLSearchParams();
  const keep = (name: string) => {
    const value = url.searchParams.get(name);
    if (value) search.set(name, value);
  };
  for (const name of ['from', 'to']) keep(name);
  for (const one of list) search.append('if', assumptionKey(one));
  for (const name of ['family', 'all']) keep(name);
  return `/paths?${search}`;
}
