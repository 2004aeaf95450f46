import { describe, expect } from 'vitest';
import { expectAccessible, expectValidHtml, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();
const pages = ['/roles', '/roles/network-analyst', '/roles/compare?a=help-desk-technician&b=network-analyst', '/paths', '/paths?to=network-administrator', '/paths?all=1', '/about-data'];

describe('the catalogue', () => {
  journey('is accessible in light and dark and sound HTML, on every page', async ({ pageOf }) => {
    const light = await pageOf('technician');
    const dark = await pageOf('technician', { colourScheme: 'dark', viewport: phone });
    const plain = await pageOf('technician', { javaScript: false });
    for (const path of pages) {
      await light.goto(path);
      await expectAccessible(light);
      await dark.goto(path);
      await expectAccessible(dark);
      expect(await dark.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} scrolls sideways`).toBe(true);
      await plain.goto(path);
      await expectValidHtml(plain);
    }
  });

  for (const javaScript of [true, false]) {
    journey(`leads from where I am to a chosen role, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf }) => {
      const page = await pageOf('technician', { javaScript });
      await page.goto('/paths');
      await settled(page);
      await page.getByLabel('To', { exact: true }).selectOption({ label: 'Network administrator' });
      if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click();
      await page.waitForURL(/to=network-administrator/);
      await page.getByRole('heading', { name: /routes? to Network administrator/ }).waitFor();
      await page.locator('details.estimate summary').first().click();
      await page.getByText('How this is reckoned').first().waitFor();
    });
  }

  journey('finds a role by keyboard and compares it with mine', async ({ pageOf }) => {
    const page = await pageOf('technician');
    await page.goto('/roles');
    await settled(page);
    await page.getByLabel('Name or other words').focus();
    await page.keyboard.type('network analyst');
    await page.waitForURL(/q=network(\+|%20)analyst/);
    await page.getByRole('link', { name: 'Network analyst', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Network analyst', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Compare with my role' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'From Help desk technician to Network analyst' }).waitFor();
  });
});
