import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { desktop, expectAccessible, expectValidHtml, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();
const sample = fileURLToPath(new URL('../features/exchange/examples/resume.json', import.meta.url));

const pathOf = (page: Page) => `${new URL(page.url()).pathname}/take-with-me`;

/** What a link to a file gives: its name and what is in it. */
async function fileOf(page: Page, address: string): Promise<{ disposition: string; cache: string; json: Record<string, unknown> }> {
  const response = await page.request.get(address);
  const headers = response.headers();
  return { disposition: headers['content-disposition'] ?? '', cache: headers['cache-control'] ?? '', json: JSON.parse(await response.text()) as Record<string, unknown> };
}

async function nothingSideways(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width, `${page.url()} scrolls sideways`).toBe(0);
}

describe('take it with me', () => {
  journey('on a phone: a curriculum vitae of another tool is read, checked, mended and brought in; read again, it brings nothing new', async ({ pageOf }) => {
    const page = await pageOf('technician', { viewport: phone });
    const path = pathOf(page);
    await page.locator('summary', { hasText: 'Account of' }).click();
    await page.getByRole('link', { name: 'Take it with me' }).click();
    await page.waitForURL(`**${path}`);
    await page.getByRole('link', { name: 'Bring in a file' }).click();
    await page.getByLabel('Your file').setInputFiles(sample);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('heading', { name: 'Check what would be added' }).waitFor();
    await nothingSideways(page);
    await page.getByText('First day: taken as 1 January 2015, as the file gives only the year.').waitFor();
    await page.getByRole('region', { name: 'Left out, and why' }).getByText('Deskpath keeps no photos.').waitFor();
    const kitchen = page.getByRole('group', { name: 'Kitchen hand, Old Mill' });
    await kitchen.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Add the ticked rows to my record' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await kitchen.getByLabel('First day').fill('2009-03-01');
    await kitchen.getByLabel('Last day').fill('2009-02-01');
    await page.getByRole('button', { name: 'Add the ticked rows to my record' }).click();
    await page.getByRole('link', { name: /The last day is before the first day, 1 March 2009/ }).waitFor();
    expect(await page.getByRole('group', { name: 'Printer technician, Harbour Ltd' }).getByLabel('Employer').inputValue(), 'what was there stays').toBe('Harbour Ltd');
    await kitchen.getByLabel('Last day').fill('2010-02-28');
    await page.getByRole('button', { name: 'Add the ticked rows to my record' }).click();
    await page.getByText(/Brought in: \d+ roles, 3 certificates, 1 education/).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/history$/);
    await page.getByText('Kitchen hand').first().waitFor();

    await page.goto(`${path}/import`);
    await settled(page);
    await page.getByLabel('Your file').setInputFiles(sample);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('heading', { name: 'Check what would be added' }).waitFor();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Throw this file away' }).click();
    await page.getByText('The file is thrown away.').waitFor();
  });

  journey('without JavaScript: the files are saved, the profile shows what is chosen, pasted text is read, corrected and brought in', async ({ pageOf }) => {
    const page = await pageOf('technician', { javaScript: false, viewport: phone });
    const path = pathOf(page);
    await page.goto(path);
    await expectValidHtml(page);
    for (const [link, name] of [['Download everything (JSON)', /^deskpath-.*\.json$/], ['Download the curriculum vitae (JSON Resume)', /^resume\.json$/]] as const) {
      const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
      expect(saved.suggestedFilename()).toMatch(name);
      expect(JSON.parse(await readFile(await saved.path(), 'utf8'))).toBeTypeOf('object');
    }
    await page.getByRole('link', { name: 'Open the profile' }).click();
    await page.getByRole('checkbox', { name: 'Skills' }).uncheck();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('heading', { name: 'Skills' }).waitFor({ state: 'detached' });
    await expectValidHtml(page);
    await nothingSideways(page);
    await page.getByRole('link', { name: 'Take it with me' }).first().click();
    await page.getByRole('link', { name: 'Bring in a file' }).click();
    await expectValidHtml(page);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('link', { name: 'Please choose a file, or paste its text below.' }).waitFor();
    await expectValidHtml(page);
    await page.getByLabel('Or paste its text').fill('{"work":[{"company":"The old mill","position":"Carrier","startDate":"2008","endDate":"2008"}],"references":[{"name":"Somebody"}]}');
    await page.getByLabel('Your file').setInputFiles(sample);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('link', { name: /both were given/ }).waitFor();
    await expectValidHtml(page);
    expect(await page.getByLabel('Or paste its text').inputValue(), 'the text stays, the file has to be chosen again').toContain('The old mill');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('Read. Nothing is written').waitFor();
    await expectValidHtml(page);
    await page.getByText('They are other people’s words').waitFor();
    const row = page.getByRole('group', { name: 'Carrier, The old mill' });
    await row.getByText('Details, to change').click();
    await row.getByLabel('First day').fill('2008-04-01');
    await page.getByRole('button', { name: 'Add the ticked rows to my record' }).click();
    await page.getByText('Brought in: 1 role.').waitFor();
    await page.getByText('1 April 2008 – 31 December 2008').first().waitFor();
  });

  journey('the files are the person’s alone, and the profile prints on a page or two without navigation', async ({ pageOf }) => {
    const [sam, ruth, marcus] = [await pageOf('technician'), await pageOf('manager'), await pageOf('recruiter')];
    const [own, others] = [pathOf(sam), [ruth, marcus]];
    const everything = await fileOf(sam, `${own}/everything.json`);
    expect(everything).toMatchObject({ cache: 'no-store', json: { format: 'deskpath-person', person: { name: 'Sam Adeyemi' } } });
    expect(everything.disposition).toMatch(/^attachment/);
    expect(await fileOf(sam, `${own}/resume.json`)).toMatchObject({ cache: 'no-store', json: { basics: { name: 'Sam Adeyemi' } } });
    for (const page of others) {
      for (const part of ['', '/everything.json', '/resume.json', '/profile', '/import']) expect((await page.request.get(own + part)).status(), part).toBe(404);
    }

    const pagesOf = async (format: string) => (await sam.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
    await sam.goto(`${own}/profile?sections=education`);
    for (const format of ['A4', 'Letter']) expect(await pagesOf(format), `${format}: no empty page follows`).toBe(1);
    await sam.goto(`${own}/profile`);
    for (const format of ['A4', 'Letter']) expect([1, 2], format).toContain(await pagesOf(format));
    await sam.getByRole('checkbox', { name: 'Skills' }).uncheck();
    await sam.getByRole('heading', { name: 'Skills' }).waitFor({ state: 'detached' });
    expect(new URL(sam.url()).search).not.toContain('skills');
    await sam.emulateMedia({ media: 'print' });
    expect(await sam.getByRole('navigation').filter({ visible: true }).count(), 'no navigation on paper').toBe(0);
    expect(await sam.getByRole('checkbox').filter({ visible: true }).count(), 'no choices on paper').toBe(0);
  });

  for (const [colourScheme, viewport] of [['light', phone], ['dark', desktop]] as const) {
    journey(`has no fault of accessibility, ${colourScheme}`, async ({ pageOf }) => {
      const page = await pageOf('technician', { colourScheme, viewport });
      const path = pathOf(page);
      for (const part of ['', '/profile', '/import']) {
        await page.goto(path + part);
        await expectAccessible(page);
        await nothingSideways(page);
      }
      await page.getByLabel('Or paste its text').fill('{');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
      await expectAccessible(page);
      await page.getByLabel('Your file').setInputFiles(sample);
      await page.getByLabel('Or paste its text').fill('');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByRole('heading', { name: 'Check what would be added' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Throw this file away' }).click();
      await page.getByText('The file is thrown away.').waitFor();
    });
  }
});
