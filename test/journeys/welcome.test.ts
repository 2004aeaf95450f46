import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newPerson } from '#test/support/people.ts';
import { loadContext, sessionCookie } from '#test/support/request.ts';
import { expectAccessible, expectValidHtml, focused, journeys, phone, settled } from '#test/support/browser.ts';

const newcomers = new Map<boolean, { cookie: string; id: number }>();

const journey = journeys({
  demonstration: true,
  prepare: async (db) => {
    for (const javaScript of [true, false]) {
      const { accountId, personId } = await newPerson(db, { name: `Nora Newcomer ${javaScript ? 'One' : 'Two'}`, roleId: 'help-desk-technician', startedOn: '2026-09-01' });
      newcomers.set(javaScript, { cookie: await sessionCookie(accountId, loadContext({ db, now: new Date() })), id: personId });
    }
  },
});

/** Presses Tab until the element with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60 && (await focused(page)) !== words; presses++) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(words);
}

/** What the page is about: its heading, and where in the visit it is. */
const heading = (page: Page) => page.locator('main h1').innerText();
const place = (page: Page) => page.locator('main .eyebrow').innerText();

describe('a first visit', () => {
  journey('is begun by keyboard, left in the middle, and finished on a phone without JavaScript', async ({ pageOf }) => {
    const page = await pageOf('technician');
    const own = new URL(page.url()).pathname;
    await page.goto('/account');
    await settled(page);
    await page.getByRole('link', { name: 'Your first visit' }).click();
    await page.getByRole('heading', { name: 'Your role, and since when', level: 1 }).waitFor();
    expect(await place(page)).toBe('Your first visit, step 1 of 6');
    await tabTo(page, 'This is right, go on');
    await page.keyboard.press('Enter');

    // All skills of the own role are rated: the visit asks for next roles at once.
    await page.getByRole('heading', { name: 'Where would you like to go?', level: 1 }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    for (const role of ['Application support analyst', 'Messaging (Exchange) administrator', 'Network analyst']) await page.getByRole('checkbox', { name: new RegExp(role.replace(/[()]/g, '.')) }).check();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await focused(page)).toContain('Please choose at most two roles.');
    expect(await page.getByRole('checkbox', { name: /^Network analyst/ }).isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: /^Network analyst/ }).uncheck();
    await page.getByRole('button', { name: 'Save and go on' }).click();

    await page.waitForURL(/\/welcome\/next-skills$/);
    await settled(page);
    const first = await heading(page);
    expect(await place(page)).toMatch(/^Your first visit, step 4 of 6: skill \d+ of \d+$/);
    expect(await page.getByRole('radio', { checked: true }).count(), 'nothing is chosen before').toBe(0);
    await page.keyboard.press('3');
    expect(await page.getByRole('radio', { name: /^3 Independent/ }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText(`Saved: ${first} at 3 Independent.`).waitFor();
    const second = await heading(page);
    expect(second).not.toBe(first);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');

    // Whoever switched single keys off presses them in vain.
    await page.evaluate(() => localStorage.setItem('deskpath.single-keys', 'off'));
    await page.keyboard.press('5');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.evaluate(() => localStorage.setItem('deskpath.single-keys', 'on'));
    await page.getByRole('button', { name: /^I cannot say/ }).click();
    await page.getByText('Left open. You can rate it on any day.').waitFor();
    expect(await heading(page)).not.toBe(second);

    // Left in the middle: My path says how far it has come, and leads back to the very skill.
    const third = await heading(page);
    await page.goto(own);
    await page.getByText('Your first visit: 3 of 6 steps done.').waitFor();

    const plain = await pageOf('technician', { javaScript: false, viewport: phone });
    await plain.getByRole('link', { name: 'Continue' }).click();
    expect(await heading(plain)).toBe(third);
    await expectValidHtml(plain);
    await plain.getByRole('button', { name: 'Save and go on' }).click();
    await plain.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await plain.title()).toMatch(/^Error: /);
    await plain.getByRole('link', { name: 'Back', exact: true }).click();
    expect(await heading(plain)).not.toBe(third);
    await plain.goto(`${own}/welcome`);
    while (new URL(plain.url()).pathname.endsWith('/next-skills')) {
      await plain.getByRole('radio', { name: /^2 Assisted/ }).check();
      await plain.getByRole('button', { name: 'Save and go on' }).click();
    }

    expect(await heading(plain)).toBe('What may recruiters see of you?');
    await plain.getByRole('group', { name: 'Certificates and education' }).getByRole('radio', { name: /^Hidden/ }).check();
    await plain.getByRole('button', { name: 'Preview' }).click();
    await plain.getByText('Not saved yet:').waitFor();
    await expectValidHtml(plain);
    await plain.getByRole('button', { name: 'Save and go on' }).click();

    await plain.getByRole('heading', { name: 'What suits you, and what do you want?' }).waitFor();
    await plain.getByLabel('Hours a week').fill('a few');
    await plain.getByRole('button', { name: 'Save and finish' }).click();
    await plain.getByRole('link', { name: 'Enter a number' }).waitFor();
    await plain.getByLabel('Hours a week').fill('30');
    await plain.getByRole('radio', { name: /^I want to move/ }).check();
    await plain.getByRole('button', { name: 'Save and finish' }).click();

    await plain.getByRole('heading', { name: 'That was your first visit', level: 1 }).waitFor();
    const said = plain.getByRole('region', { name: 'What your path says now' });
    expect(await said.getByRole('heading', { level: 3 }).count()).toBe(2);
    expect(await said.getByText('Not known yet').count(), 'both can be told now').toBe(0);
    await expectValidHtml(plain);
    await plain.getByRole('link', { name: 'Open my path' }).click();
    expect(await plain.getByText(/Your first visit/).count()).toBe(0);
    await plain.goto(`${own}/welcome`);
    expect(await heading(plain)).toBe('That was your first visit');
  });

  for (const javaScript of [true, false]) {
    journey(`takes somebody new from the first step to the last, on a phone, ${javaScript ? 'by keys' : 'without JavaScript'}`, async ({ app, newPage }) => {
      const { cookie, id } = newcomers.get(javaScript)!;
      const page = await newPage({ javaScript, viewport: phone });
      const [name, value] = cookie.split('=', 2) as [string, string];
      await page.context().addCookies([{ name, value, url: app.origin }]);
      await page.goto(`/people/${id}`);
      await page.getByRole('link', { name: 'Begin your first visit' }).click();
      await page.getByRole('button', { name: 'This is right, go on' }).click();
      await page.waitForURL(/\/welcome\/skills$/);
      const rateAll = async (step: string) => {
        let asked = 0;
        for (; new URL(page.url()).pathname.endsWith(step); asked += 1) {
          await settled(page);
          const before = await heading(page);
          const level = 1 + (asked % 5);
          if (javaScript) await page.keyboard.press(String(level));
          else await page.getByRole('radio', { name: new RegExp(`^${level} `) }).check();
          expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe(String(level));
          await (javaScript ? page.keyboard.press('Enter') : page.getByRole('button', { name: 'Save and go on' }).click());
          await page.locator('main h1').filter({ hasNotText: before }).waitFor();
        }
        return asked;
      };
      expect(await rateAll('/skills')).toBeGreaterThan(4);
      expect(await heading(page)).toBe('Where would you like to go?');
      await page.getByRole('checkbox', { name: /^Help desk analyst/ }).check();
      await page.getByRole('button', { name: 'Save and go on' }).click();
      await page.waitForURL(/\/welcome\/(?!next-roles)/);
      await rateAll('/next-skills');
      expect(await heading(page)).toBe('What may recruiters see of you?');
      await page.getByRole('button', { name: 'Save and go on' }).click();
      await page.getByRole('heading', { name: 'What suits you, and what do you want?' }).waitFor();
      await page.getByRole('button', { name: 'Save and finish' }).click();
      await page.getByRole('heading', { name: 'That was your first visit', level: 1 }).waitFor();
      // What the path says now opens into its sum.
      const said = page.getByRole('region', { name: 'What your path says now' });
      await said.locator('details.estimate summary').click();
      await said.getByRole('table', { name: /^How this is reckoned/ }).waitFor();
    });
  }

  journey('is accessible in light and dark, fits a phone, and can be put off from any step', async ({ pageOf }) => {
    const light = await pageOf('technician');
    const dark = await pageOf('technician', { colourScheme: 'dark', viewport: phone });
    const own = new URL(light.url()).pathname;
    for (const step of ['tenure', 'skills?skill=patience', 'next-roles', 'visibility', 'wishes', 'done']) {
      for (const page of [light, dark]) {
        await page.goto(`${own}/welcome/${step}`);
        await page.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
        await expectAccessible(page);
      }
      expect(await dark.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${step} scrolls sideways`).toBe(true);
    }
    await light.goto(`${own}/welcome/wishes`);
    await settled(light);
    await light.getByRole('button', { name: 'Not now, go to my path' }).click();
    await light.getByText(/That is fine\. Your first visit waits under My account/).waitFor();
    expect(new URL(light.url()).pathname).toBe(own);
  });
});
