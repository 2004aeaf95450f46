import { describe, expect } from 'vitest';
import { expectAccessible, expectValidHtml, focused, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();
/** The technician of the demonstration, who reports to its manager, and somebody of another team. */
const technician = 'Sam Adeyemi';
const elsewhere = 'Agnes Tunstall';

const ways = [true, false];
const withOrWithout = (javaScript: boolean) => (javaScript ? 'with' : 'without');

describe('a technician', () => {
  for (const javaScript of ways) {
    journey(`sees where the job leads and looks at another role, ${withOrWithout(javaScript)} JavaScript`, async ({ pageOf }) => {
      const page = await pageOf('technician', { javaScript });
      await page.getByRole('heading', { name: 'Where you are, and where it leads', level: 1 }).waitFor();
      expect(await page.title()).toBe('My path – Deskpath');
      const next = page.getByRole('region', { name: 'Next roles from here' });
      expect(await next.locator('.tag').first().innerText()).toBe('Ready');
      expect(await next.getByText(/Missing: /).count()).toBeGreaterThan(0);
      await next.locator('details.estimate summary').first().click();
      await next.getByText('How this is reckoned').first().waitFor();
      await page.getByText(/Your two-year conversation is due on/).waitFor();

      await page.getByLabel('Compare with', { exact: true }).selectOption({ label: 'Network administrator' });
      if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click();
      await page.waitForURL(/role=network-administrator/);
      const asked = page.getByRole('region', { name: 'What Network administrator asks for' });
      await asked.getByRole('table').first().waitFor();
      expect(await page.getByRole('region', { name: 'Route to Network administrator' }).getByRole('listitem').count()).toBeGreaterThan(1);

      await asked.getByRole('link', { name: /^Rate it/ }).first().click();
      await page.waitForURL(/\/skills\/.+role=network-administrator/);
    });

    journey(`finds a colleague and sees no more than a card, ${withOrWithout(javaScript)} JavaScript`, async ({ pageOf }) => {
      const page = await pageOf('technician', { javaScript });
      await page.goto('/people');
      await settled(page);
      await page.getByLabel('Name', { exact: true }).fill('tunstall agnes');
      if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click();
      await page.waitForURL(/q=tunstall/);
      await page.getByText('1 person matches').waitFor();
      await page.getByRole('link', { name: elsewhere }).click();
      await page.getByRole('heading', { name: elsewhere, level: 1 }).waitFor();
      expect(await page.locator('main dt').allInnerTexts()).toEqual(['Role', 'Team', 'Site']);
      expect(await page.getByRole('region').count()).toBe(0);
    });
  }

  journey('prints the path without what only a screen needs', async ({ pageOf }) => {
    const page = await pageOf('technician', { javaScript: false });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
    expect(await page.getByLabel('Compare with', { exact: true }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Rate your skills' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.locator('.page-head').innerText(), 'whose path it is').toContain(technician);
    expect(await page.getByRole('table').first().isVisible()).toBe(true);
    // The sums of estimates stay folded unless somebody opened them: else a path fills ten sheets.
    expect(await page.getByRole('table', { name: /^How this is reckoned/ }).count()).toBe(0);
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeLessThanOrEqual(5);
  });

  journey('goes to a person by a few letters, with the keyboard alone', async ({ pageOf }) => {
    const page = await pageOf('technician');
    await page.keyboard.press('Control+k');
    await page.getByLabel('Where do you want to go?').waitFor();
    await page.keyboard.type('agnes');
    await page.getByRole('option', { name: elsewhere }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: elsewhere, level: 1 }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await focused(page)).toBe(elsewhere);
  });
});

describe('somebody else', () => {
  journey('who manages the line opens the path, and sees what waits to be confirmed', async ({ pageOf }) => {
    const page = await pageOf('manager');
    await page.goto('/people?reports=1&q=adeyemi');
    await page.getByRole('link', { name: technician }).click();
    await page.getByRole('heading', { name: technician, level: 1 }).waitFor();
    await page.getByRole('region', { name: 'Waiting to be confirmed' }).waitFor();
    expect(await page.getByText('Choose what they see').count()).toBe(0);
    expect(await page.locator('.lede').getByText(/^Next: /).count()).toBe(0);
    const more = page.getByRole('navigation', { name: `More about ${technician}` });
    expect(await more.getByRole('link').allInnerTexts()).toEqual(['Skills', 'History', 'Plan', 'Conversation']);
    await page.getByRole('link', { name: 'Confirm levels' }).click();
    await page.waitForURL(/show=waiting/);
  });

  journey('who recruits finds nobody at that address, whether somebody is there or not', async ({ pageOf }) => {
    const own = await pageOf('technician', { javaScript: false });
    const there = new URL(own.url()).pathname;
    const recruiter = await pageOf('recruiter', { javaScript: false });
    await recruiter.goto('/people');
    await recruiter.getByRole('link', { name: 'Search for people' }).waitFor();
    const answers = [];
    for (const path of [there, '/people/2000000000']) {
      const answer = await recruiter.goto(path);
      answers.push([answer?.status(), await recruiter.locator('main h1').innerText()]);
    }
    expect(answers[0]?.[0]).toBe(404);
    expect(answers[1]).toEqual(answers[0]);
    await recruiter.goto('/people');
    expect(await recruiter.getByText(technician).count()).toBe(0);
  });
});

describe('the pages of people', () => {
  journey('are accessible in light and dark, fit a phone, and are sound HTML', async ({ pageOf }) => {
    for (const who of ['technician', 'manager'] as const) {
      const light = await pageOf(who);
      const dark = await pageOf(who, { colourScheme: 'dark', viewport: phone });
      const plain = await pageOf(who, { javaScript: false });
      await light.goto('/people?q=adeyemi');
      const sam = await light.getByRole('link', { name: technician }).getAttribute('href');
      await light.goto('/people?q=agnes');
      const card = await light.getByRole('link', { name: elsewhere }).getAttribute('href');
      for (const path of [`${sam}`, `${sam}?role=it-director`, `${card}`, '/people', '/people?q=nobody+of+that+name']) {
        await light.goto(path);
        await light.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
        await expectAccessible(light);
        await dark.goto(path);
        await expectAccessible(dark);
        expect(await dark.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} scrolls sideways`).toBe(true);
        await plain.goto(path);
        await expectValidHtml(plain);
      }
    }
  });
});
