import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { desktop, expectAccessible, expectValidHtml, focused, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();
const person = 'Sam Adeyemi';

/** Opens the technician's page of who may see them. */
async function openVisibility(page: Page): Promise<void> {
  const own = await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My path' }).getAttribute('href');
  await page.goto(`${own}/visibility`);
  await settled(page);
}

/** Chooses the same for every part and saves. */
async function showAll(page: Page, choice: 'Hidden' | 'Anonymous' | 'Named'): Promise<void> {
  for (const part of ['Skills', 'Experience', 'Certificates and education', 'Open to moves']) {
    await page.getByRole('group', { name: part, exact: true }).getByRole('radio', { name: choice }).check();
  }
  await page.getByRole('button', { name: 'Save what recruiters see' }).click();
  await page.getByText('Saved. Recruiters see this from now on.').waitFor();
  await settled(page);
}

/** The skill the technician shows first, and its level. */
async function firstSkill(page: Page): Promise<{ name: string; level: string }> {
  const row = page.getByRole('region', { name: 'As a recruiter sees you' }).getByRole('row').nth(1);
  return { name: await row.getByRole('rowheader').innerText(), level: /\d/.exec(await row.getByRole('cell').innerText())![0] };
}

/** Asks for one skill in a fresh search; the script applies it by itself. */
async function searchFor(page: Page, skill: { name: string; level: string }, javaScript: boolean): Promise<void> {
  await page.goto('/search');
  await settled(page);
  await page.getByLabel('Skill 1', { exact: true }).selectOption({ label: skill.name });
  if (javaScript) await page.waitForURL(/skill(%5B%5D)?=[a-z]/);
  await page.getByLabel('Skill 1 at least').selectOption(skill.level);
  if (javaScript) await page.waitForURL(new RegExp(`level(%5B%5D)?=${skill.level}`));
  else await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('link', { name: `Remove: ${skill.name} at least ${skill.level}` }).waitFor();
}

/** The addresses of all results, page by page. */
async function addresses(page: Page): Promise<string[]> {
  const found = await page.locator('main h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  const next = page.getByRole('link', { name: 'Next page' });
  if (await next.count() === 0) return found;
  await page.goto((await next.getAttribute('href'))!.replace(/^\?/, '/search?'));
  return [...found, ...await addresses(page)];
}

for (const javaScript of [true, false]) {
  journey(`a recruiter finds somebody under an alias; they hide, and are gone, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf }) => {
    const [technician, recruiter] = [await pageOf('technician', { javaScript }), await pageOf('recruiter', { javaScript })];
    await openVisibility(technician);
    await showAll(technician, 'Named');
    const skill = await firstSkill(technician);
    await searchFor(recruiter, skill, javaScript);
    const named = recruiter.locator('main h3 a', { hasText: person });
    while (await named.count() === 0) await Promise.all([recruiter.waitForURL(/after=/), recruiter.getByRole('link', { name: 'Next page' }).click()]);
    const address = (await named.getAttribute('href'))!;
    expect(address).toMatch(/^\/search\/[0-9A-Z]{4}$/);

    await showAll(technician, 'Anonymous');
    await searchFor(recruiter, skill, javaScript);
    expect(await addresses(recruiter)).toContain(address);
    await recruiter.goto(address);
    expect(await recruiter.getByRole('heading', { level: 1 }).innerText()).toBe(`Profile ${address.slice(-4)}`);
    expect(await recruiter.content()).not.toContain(person);
    if (javaScript) await expectAccessible(recruiter);
    else await expectValidHtml(recruiter);

    await technician.reload();
    expect(await technician.getByRole('row', { name: /Marcus Oyelowo-Grant Your profile/ }).count()).toBeGreaterThan(0);
    await showAll(technician, 'Hidden');
    await technician.getByText('Nothing: you are in no search').waitFor();
    await searchFor(recruiter, skill, javaScript);
    expect(await addresses(recruiter)).not.toContain(address);
    const missing = async (path: string) => {
      const response = await recruiter.goto(path);
      return [response?.status(), await recruiter.getByRole('main').innerText()];
    };
    const hidden = await missing(address);
    expect(hidden[0]).toBe(404);
    expect(hidden).toEqual(await missing('/search/0000'));
    await showAll(technician, 'Anonymous');
  });

  journey(`asks for a name and gets it, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf }) => {
    const recruiter = await pageOf('recruiter', { javaScript });
    await recruiter.goto('/search?family=service-desk');
    await settled(recruiter);
    const links = await addresses(recruiter);
    const ask = recruiter.getByRole('button', { name: 'Ask to see the name' });
    for (const link of links) {
      await recruiter.goto(link);
      if (await ask.count() > 0) break;
    }
    await settled(recruiter);
    await recruiter.getByRole('textbox', { name: 'Ask to see the name' }).fill('Hello');
    await ask.click();
    await recruiter.getByRole('link', { name: /Write at least 10 characters/ }).waitFor();
    expect(await recruiter.title()).toMatch(/^Error: Profile/);
    if (!javaScript) await expectValidHtml(recruiter);
    await recruiter.getByRole('textbox', { name: 'Ask to see the name' }).fill('Would you like to hear about a post in the network team?');
    await ask.click();
    await recruiter.getByText('Asked. The name shows here once the answer is yes').waitFor();
    await recruiter.getByText(/The answer is open until/).waitFor();
    expect(await ask.count()).toBe(0);
  });
}

journey('the person answers a question for the name, and the recruiter sees it', async ({ pageOf }) => {
  const technician = await pageOf('technician', { javaScript: false });
  await openVisibility(technician);
  await showAll(technician, 'Anonymous');
  await technician.getByRole('button', { name: 'Show my name to Marcus Oyelowo-Grant' }).click();
  await technician.getByText('Marcus Oyelowo-Grant now sees your name.').waitFor();
  const skill = await firstSkill(technician);
  const recruiter = await pageOf('recruiter', { javaScript: false });
  await searchFor(recruiter, skill, false);
  const named = recruiter.locator('main h3 a', { hasText: person });
  while (await named.count() === 0) await Promise.all([recruiter.waitForURL(/after=/), recruiter.getByRole('link', { name: 'Next page' }).click()]);
  await technician.getByRole('button', { name: 'Hide my name again' }).click();
  await technician.getByText('does not see your name').waitFor();
  await recruiter.reload();
  expect(await recruiter.content()).not.toContain(person);
});

journey('the preview follows the choice at once, and without JavaScript by its button', async ({ pageOf }) => {
  const scripted = await pageOf('technician');
  await openVisibility(scripted);
  const preview = scripted.getByRole('region', { name: 'As a recruiter sees you' });
  await scripted.getByRole('group', { name: 'Experience' }).getByRole('radio', { name: 'Named' }).check();
  await preview.getByText(person).waitFor();
  expect(await scripted.getByRole('button', { name: 'Preview' }).count()).toBe(0);
  await scripted.getByRole('group', { name: 'Experience' }).getByRole('radio', { name: 'Hidden' }).check();
  await preview.getByText('Profile ABCD').waitFor();

  const plain = await pageOf('technician', { javaScript: false });
  await openVisibility(plain);
  await plain.getByRole('group', { name: 'Skills', exact: true }).getByRole('radio', { name: 'Named' }).check();
  await plain.getByRole('button', { name: 'Preview' }).click();
  await plain.getByText('Not saved yet:').waitFor();
  await plain.getByRole('region', { name: 'As a recruiter sees you' }).getByText(person).waitFor();
  expect(await plain.getByRole('group', { name: 'Skills', exact: true }).getByRole('radio', { name: 'Named' }).isChecked()).toBe(true);
  await openVisibility(plain);
  expect(await plain.getByRole('group', { name: 'Skills', exact: true }).getByRole('radio', { name: 'Named' }).isChecked()).toBe(false);
});

journey('by keyboard alone: a skill, a result, its heading', async ({ pageOf }) => {
  const page = await pageOf('recruiter');
  await page.goto('/search');
  await settled(page);
  const name = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  for (let presses = 0; presses < 40 && await name() !== 'skill[]'; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('Scripting');
  await page.waitForURL(/skill(%5B%5D)?=scripting/);
  await page.getByRole('link', { name: /^Remove: Scripting/ }).waitFor();
  expect(await name(), 'the focus stays where it was').toBe('skill[]');
  for (let presses = 0; presses < 60 && !(await page.evaluate(() => document.activeElement?.closest('h3') !== null)); presses += 1) await page.keyboard.press('Tab');
  const label = await focused(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/[0-9A-Z]{4}/);
  await page.getByRole('heading', { level: 1, name: label }).waitFor();
  await expect.poll(() => focused(page)).toBe(label);
});

const searches = ['/search', '/search?skill=scripting&level=3&for=systems-administrator&confirmed=1&open=1', '/search?skill=scripting&level=5&skill=telephony&level=5&years=10'];

for (const colourScheme of ['light', 'dark'] as const) {
  journey(`the pages have no fault of accessibility, ${colourScheme}`, async ({ pageOf }) => {
    for (const viewport of [desktop, phone]) {
      const recruiter = await pageOf('recruiter', { colourScheme, viewport });
      for (const path of searches) {
        await recruiter.goto(path);
        await expectAccessible(recruiter);
      }
      await recruiter.goto('/search?for=systems-administrator');
      await recruiter.goto((await recruiter.locator('main h3 a').first().getAttribute('href'))!);
      await expectAccessible(recruiter);
      const technician = await pageOf('technician', { colourScheme, viewport });
      await openVisibility(technician);
      await expectAccessible(technician);
      const width = await technician.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(width, 'nothing scrolls sideways').toBe(0);
    }
  });
}

journey('the pages are sound HTML', async ({ pageOf }) => {
  const recruiter = await pageOf('recruiter', { javaScript: false });
  for (const path of searches) {
    await recruiter.goto(path);
    await expectValidHtml(recruiter);
  }
  const technician = await pageOf('technician', { javaScript: false });
  await openVisibility(technician);
  await expectValidHtml(technician);
  await technician.getByRole('textbox', { name: 'Hours a week' }).fill('many');
  await technician.getByRole('button', { name: 'Save what I offer' }).click();
  await technician.getByRole('link', { name: 'Enter a number' }).waitFor();
  await expectValidHtml(technician);
});
