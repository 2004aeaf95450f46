import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, expectValidHtml, focused, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();
const person = 'Sam Adeyemi';

/** Opens a page of the technician's own. */
async function openOwn(page: Page, name: string): Promise<void> {
  const own = await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My path' }).getAttribute('href');
  await page.goto(`${own}/${name}`);
  await settled(page);
}

const fitsThePhone = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${page.url()} scrolls sideways`).toBe(true);

for (const javaScript of [true, false]) {
  journey(`a technician shares their profile with somebody outside and stops it, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf, newPage, app }) => {
    const page = await pageOf('technician', { javaScript, viewport: phone });
    await openOwn(page, 'visibility');
    await page.getByRole('link', { name: 'share your profile by a link' }).click();
    await page.getByRole('heading', { level: 1, name: 'Share my profile by a link' }).waitFor();
    await settled(page);
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByRole('link', { name: 'Write for whom it is' }).waitFor();
    expect(await page.title()).toMatch(/^Error: Share my profile/);
    if (!javaScript) await expectValidHtml(page);
    const label = `College ${javaScript}`;
    await page.getByLabel('For whom').fill(label);
    await page.getByRole('radio', { name: '30 days' }).check();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = page.getByRole('textbox', { name: 'The link, shown this once' });
    const address = await link.inputValue();
    expect(address).toMatch(new RegExp(`^${app.origin}/shared/[\\w-]{43}$`));
    expect(await page.getByRole('button', { name: 'Copy the link' }).count()).toBe(javaScript ? 1 : 0);
    await fitsThePhone(page);
    if (javaScript) await expectAccessible(page);
    else await expectValidHtml(page);
    await page.reload();
    await page.getByRole('heading', { level: 3, name: label }).waitFor();
    expect(await link.count()).toBe(0);
    expect(await page.content()).not.toContain(address);

    const outside = await newPage({ javaScript, viewport: phone });
    expect((await outside.goto(address))?.status()).toBe(200);
    await settled(outside);
    await outside.getByRole('heading', { level: 1, name: person }).waitFor();
    expect(await outside.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Skills', 'Experience']);
    expect(await outside.locator('a[href]:not([href^="#"])').count(), 'links that lead into the application').toBe(0);
    await fitsThePhone(outside);
    if (javaScript) await expectAccessible(outside);
    else await expectValidHtml(outside);

    await page.reload();
    await settled(page);
    const entry = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: label }) });
    await entry.getByText(/^Opened 1 time/).waitFor();
    await entry.getByRole('button', { name: `Stop this link for ${label}` }).click();
    await page.getByText(`Stopped: the link for ${label} opens nothing any more.`).waitFor();
    expect((await outside.goto(address))?.status()).toBe(404);
    await outside.getByRole('heading', { level: 1, name: 'This link opens nothing' }).waitFor();
    if (!javaScript) await expectValidHtml(outside);
    const unknown = await outside.goto(`${app.origin}/shared/nothing`);
    expect(unknown?.status()).toBe(404);
    await outside.getByRole('heading', { level: 1, name: 'This link opens nothing' }).waitFor();
  });
}

journey('by keyboard alone: a link is made, and its address stands selected', async ({ pageOf }) => {
  const page = await pageOf('technician', { colourScheme: 'dark' });
  await openOwn(page, 'sharing');
  await expectAccessible(page);
  const reach = async (found: () => Promise<boolean>) => { for (let presses = 0; presses < 40 && !(await found()); presses += 1) await page.keyboard.press('Tab'); };
  await reach(async () => page.evaluate(() => document.activeElement?.getAttribute('name') === 'label'));
  await page.keyboard.type('A friend');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Your link for A friend' }).waitFor();
  await expect.poll(() => focused(page)).toBe('Share my profile by a link');
  await reach(async () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value?.includes('/shared/') ?? false));
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('/shared/');
});

journey('what runs out is renewed from the old one, and the manager’s view is told, on a phone without JavaScript', async ({ pageOf }) => {
  const page = await pageOf('technician', { javaScript: false, viewport: phone });
  await openOwn(page, 'history');
  const reminders = page.getByRole('region', { name: 'Certificates to renew' });
  expect(await reminders.getByRole('listitem').count()).toBe(3);
  await fitsThePhone(page);
  await expectValidHtml(page);
  await reminders.getByRole('link', { name: 'Log the new one for CompTIA A+' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add a certificate' }).waitFor();
  expect(await page.getByLabel('Certificate', { exact: true }).inputValue()).toBe('comptia-a-plus');
  await expectValidHtml(page);
  await page.getByLabel('Issued on').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved as stated. Your manager sees it.').waitFor();
  expect(await reminders.locator('strong', { hasText: 'CompTIA A+' }).count()).toBe(0);
  expect(await page.getByRole('region', { name: 'Certificates', exact: true }).locator('strong', { hasText: 'CompTIA A+' }).count(), 'the old one and the new one').toBe(2);

  await openOwn(page, 'conversation');
  const seen = page.getByRole('region', { name: 'What your manager sees of this' });
  await seen.getByRole('heading', { level: 3, name: person }).waitFor();
  expect(await seen.getByRole('link').count()).toBe(0);
  await fitsThePhone(page);
  await expectValidHtml(page);
});
