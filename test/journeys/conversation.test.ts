import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible, expectValidHtml, focused, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();
/** The technician of the demonstration, who reports to its manager. */
const name = 'Sam Adeyemi';

const names = (page: Page) => page.getByRole('region', { name: 'Conversations to take up' }).getByRole('heading', { level: 3 }).allInnerTexts();

describe('a manager', () => {
  journey('sees the two-year list in the order to take it up', async ({ pageOf }) => {
    const page = await pageOf('manager');
    await page.goto('/flags');
    await settled(page);
    const tags = await page.getByRole('region', { name: 'Conversations to take up' }).locator('.tag').allInnerTexts();
    const kind = (tag: string) => ['past due', 'due today', 'due', 'paused'].findIndex((word) => tag.includes(word));
    expect(tags.length).toBeGreaterThan(4);
    expect(tags.map(kind)).toEqual(tags.map(kind).toSorted((a, b) => a - b));
    await expectAccessible(page);
    const dark = await pageOf('manager', { colourScheme: 'dark', viewport: phone });
    await dark.goto('/flags');
    await expectAccessible(dark);
    expect(await dark.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  for (const javaScript of [true, false]) {
    journey(`records in a talk that somebody stays who chose to, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf }) => {
      const technician = await pageOf('technician', { javaScript });
      await technician.goto(`${new URL(technician.url()).pathname}/conversation`);
      await settled(technician);
      if (!javaScript) await expectValidHtml(technician);
      await technician.getByRole('radio', { name: 'I choose to stay' }).check();
      await technician.getByRole('button', { name: 'Save what I want' }).click();
      await technician.getByText('Saved. Your manager sees it.').waitFor();

      const manager = await pageOf('manager', { javaScript });
      await manager.goto('/flags');
      await settled(manager);
      await manager.getByRole('listitem').filter({ hasText: name }).getByRole('link', { name: /Record a talk/ }).click();
      await manager.getByRole('heading', { name: `Talk with ${name}` }).waitFor();
      await settled(manager);
      if (javaScript) await expectAccessible(manager);
      else await expectValidHtml(manager);
      await manager.getByRole('button', { name: 'Record the talk' }).click();
      await manager.getByRole('heading', { name: 'There is a problem' }).waitFor();
      expect(await manager.title()).toMatch(/^Error: /);
      if (javaScript) expect(await focused(manager)).toMatch(/^There is a problem/);

      await manager.getByLabel('What did you talk about?').fill('Happy on the desk; wants to train newcomers.');
      await manager.getByRole('radio', { name: 'Stays by choice' }).check();
      await manager.getByRole('button', { name: 'Record the talk' }).click();
      await manager.getByText('Talk recorded.').waitFor();
      await manager.getByText('Happy on the desk').waitFor();

      const address = new URL(manager.url()).pathname;
      await manager.goto('/flags');
      expect(await names(manager)).not.toContain(name);
      await manager.getByRole('region', { name: 'Settled for now' }).getByRole('link', { name, exact: true }).waitFor();

      await technician.goto(address);
      await settled(technician);
      await technician.getByLabel('Your comment').fill('Yes.');
      await technician.getByRole('button', { name: 'I have read this' }).click();
      await technician.getByText('Thank you. Your manager sees that you have read it.').waitFor();

      await technician.goto(`${(await technician.getByRole('link', { name: 'Your conversation' }).getAttribute('href')) ?? ''}`);
      await settled(technician);
      await technician.getByRole('button', { name: 'Take it back' }).click();
      await technician.getByText(/Taken back\. Your earlier choice to stay no longer counts/).waitFor();
      if (javaScript) await expectAccessible(technician);
      await manager.goto('/flags');
      expect(await names(manager)).toContain(name);
    });
  }

  journey('records a talk by keyboard alone', async ({ pageOf }) => {
    const page = await pageOf('manager');
    await page.goto('/flags');
    await settled(page);
    await page.getByRole('listitem').filter({ hasText: 'past due' }).first().getByRole('link', { name: /Record a talk/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Talk with / }).waitFor();
    await settled(page);
    await page.getByRole('radio', { name: 'Did not say' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('We only had five minutes and will meet again.');
    await page.keyboard.press('Tab');
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'Nothing decided yet' }).isChecked()).toBe(true);
    for (let presses = 0; presses < 6 && (await focused(page)) !== 'Record the talk'; presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Talk recorded.').waitFor();
  });
});
