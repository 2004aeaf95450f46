import { describe, expect } from 'vitest';
import { smallPdf } from '#seeds/demo/files.ts';
import { expectAccessible, expectValidHtml, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();

describe('on a phone, the person', () => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';

    journey(`keeps a file as evidence, and is told why another one is not taken, ${how} JavaScript`, async ({ pageOf }) => {
      const page = await pageOf('technician', { javaScript, viewport: phone, colourScheme: javaScript ? 'dark' : 'light' });
      await page.goto(`${new URL(page.url()).pathname}/evidence`);
      await settled(page);
      await page.getByText('Process', { exact: false }).locator('xpath=ancestor-or-self::summary').first().click();
      await page.getByRole('checkbox', { name: 'Ticket handling' }).check();
      await page.getByLabel('A file').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ a program') });
      await page.getByRole('button', { name: 'Add it' }).click();
      await page.getByRole('alert').getByText('This file is not a PDF, a PNG or a JPEG picture').waitFor();
      if (javaScript) await expectAccessible(page);
      else await expectValidHtml(page);
      await page.getByLabel('A file').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: smallPdf([`Plan ${how}`]) });
      await page.getByRole('button', { name: 'Add it' }).click();
      await page.getByText(/^Added 1 piece of evidence/).waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'plan.pdf' }).first().click();
      expect((await download).suggestedFilename()).toBe('plan.pdf');
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/evidence-${how}.png`, fullPage: true });
    });

    journey(`brings tickets in and accepts what they are evidence for, ${how} JavaScript`, async ({ pageOf }) => {
      const page = await pageOf('technician', { javaScript, viewport: phone });
      await page.goto(`${new URL(page.url()).pathname}/tickets`);
      await settled(page);
      const category = javaScript ? 'Printer' : 'Wi-Fi';
      await page.getByLabel('A CSV file of tickets you closed').setInputFiles({ name: 'tickets.csv', mimeType: 'text/csv', buffer: Buffer.from(`closed,category,count\n2026-07-03,${category},37\n`) });
      await page.getByRole('button', { name: 'Read the file' }).click();
      await page.getByText(/^Read 37 tickets on 1 day/).waitFor();
      await settled(page);
      await page.getByRole('group', { name: new RegExp(`^${category}`) }).getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Save these categories' }).click();
      await page.getByText('Saved for 1 category.').waitFor();
      await settled(page);
      if (javaScript) await expectAccessible(page);
      else await expectValidHtml(page);
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/tickets-${how}.png`, fullPage: true });
      await page.getByRole('button', { name: /^Accept as evidence/ }).first().click();
      await page.getByText(/^Added to your evidence for/).waitFor();
    });
  }
});
