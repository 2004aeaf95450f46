import { expect } from 'vitest';
import { expectAccessible, journeys, phone, settled } from '#test/support/browser.ts';
import { newPersonas, personas, type Persona } from '#test/support/personas.ts';
import { loadContext, sessionCookie } from '#test/support/request.ts';

const signedIn = new Map<Persona, { cookie: string; id: number }>();

const journey = journeys({
  demonstration: true,
  prepare: async (db) => {
    const { people } = await newPersonas(db);
    for (const name of personas) {
      const { accountId, personId } = people[name];
      signedIn.set(name, { cookie: await sessionCookie(accountId, loadContext({ db, now: new Date() })), id: personId });
    }
  },
});

/** What the first line of My path says of where each of them stands. */
const places: Record<Persona, RegExp> = {
  unrecorded: /^No role with us is recorded yet/,
  'nothing rated': /^Help desk technician · /,
  everything: /^Help desk technician · /,
  'between jobs': /^No role with us today · last Help desk technician, until /,
  'two roles': /^Help desk technician · .*Also acting as Service desk team lead since /s,
  'twelve years': /^Systems administrator · .*With us since 1 November 2014/s,
};

for (const [place, name] of personas.entries()) {
  journey(`somebody like “${name}” sees pages that make sense, on a phone`, async ({ app, newPage }) => {
    const { cookie, id } = signedIn.get(name)!;
    const page = await newPage({ viewport: phone });
    const [token, value] = cookie.split('=', 2) as [string, string];
    await page.context().addCookies([{ name: token, value, url: app.origin }]);
    const own = `/people/${id}`;
    for (const [turn, path] of [own, `${own}/skills`, `${own}/plan`, '/paths', `${own}/history`, `${own}/take-with-me/profile`].entries()) {
      await page.emulateMedia({ colorScheme: (place + turn) % 2 === 0 ? 'light' : 'dark' });
      await page.goto(path);
      // Each page of each person would take minutes: My path of everybody, and every page of somebody.
      await (turn === 0 || turn === 1 + (place % 5) ? expectAccessible(page) : settled(page));
      expect(await page.locator('main h1').innerText(), path).not.toBe('');
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} scrolls sideways`).toBe(true);
      if (path === own) expect(await page.locator('.page-head .eyebrow').innerText()).toMatch(places[name]);
      if (path === '/paths') {
        // Of the large map a phone shows the part where the person is, or where careers begin.
        const start = page.locator('.career-map').getByRole('link', { name: name === 'unrecorded' ? 'Help desk technician' : /: You (are here|were here last)$/ }).first();
        expect(await start.evaluate((box) => {
          const [inner, outer] = [box.getBoundingClientRect(), box.closest('.career-map')!.getBoundingClientRect()];
          return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
        }), 'the start is in sight').toBe(true);
        expect(await page.getByText('The map does not know yet where you start').count()).toBe(name === 'unrecorded' ? 1 : 0);
      }
    }
  });
}
