import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { desktop, expectAccessible, expectValidHtml, focused, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();

/** A day so many days before today, as a form takes it. */
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const historyOf = async (page: Page) => `${new URL(page.url()).pathname}/history`;
const clock = (page: Page) => page.getByRole('region', { name: /clock/ }).innerText();
const experience = (page: Page) => page.getByRole('table', { name: 'Experience by family' }).innerText();

async function logRole(page: Page, path: string, role: string, startedOn: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('link', { name: 'Log a role' }).click();
  await page.waitForURL('**/appointments/new');
  await settled(page);
  await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption({ label: role });
  await page.getByLabel('First day').fill(startedOn);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved as stated.').waitFor();
}

/** A certificate runs out, is listed to be renewed, and the new one takes over: both stay in the history. */
async function renewCertificate(page: Page, path: string, name: string): Promise<void> {
  const fill = async (issued: number, expires: number) => {
    await settled(page);
    await page.getByLabel('Issued on').fill(daysAgo(issued));
    await page.getByLabel('Last valid day').fill(daysAgo(expires));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved as stated.').waitFor();
  };
  await page.goto(`${path}/certificates/new`);
  await page.getByRole('textbox', { name: /Its name/ }).fill(name);
  await fill(800, 5);
  const toRenew = page.getByRole('region', { name: 'Certificates to renew' });
  await toRenew.getByRole('link', { name: `Log the new one for ${name}` }).click();
  await page.getByText(`Enter the new dates. ${name}, valid until`).waitFor();
  expect(await page.getByRole('textbox', { name: /Its name/ }).inputValue()).toBe(name);
  await fill(1, -700);
  const both = page.getByRole('region', { name: 'Certificates', exact: true }).getByRole('listitem').filter({ hasText: name });
  await both.filter({ hasText: 'Valid' }).waitFor();
  expect([await both.count(), await both.filter({ hasText: 'Expired' }).count(), await toRenew.getByText(name).count()]).toEqual([2, 1, 0]);
}

describe('the history', () => {
  journey('a technician logs a new role: planning changes, the clock does not; the manager confirms it and the clock starts again', async ({ pageOf }) => {
    const [sam, ruth] = [await pageOf('technician'), await pageOf('manager')];
    const path = await historyOf(sam);
    await sam.goto(path);
    const before = { clock: await clock(sam), experience: await experience(sam) };
    await logRole(sam, path, 'Network analyst', daysAgo(70));
    const stated = { clock: await clock(sam), experience: await experience(sam) };
    expect(stated.clock).toBe(before.clock);
    expect(stated.experience).not.toBe(before.experience);
    expect(stated.experience).toMatch(/Networks & infrastructure\s+2 months/);
    await sam.getByText(/Ends on .* once Network analyst is confirmed/).waitFor();

    await ruth.goto(path);
    await settled(ruth);
    expect(await ruth.getByRole('checkbox', { name: /Network analyst/ }).isChecked(), 'the only one that waits is chosen').toBe(true);
    await ruth.getByRole('button', { name: 'Confirm the chosen entries' }).click();
    await ruth.getByText(/Confirmed for Sam Adeyemi: 1 entry\. Help desk technician ends on/).waitFor();
    // The button that was pressed is gone: the keyboard goes on at the heading.
    await ruth.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await sam.reload();
    expect(await clock(sam)).not.toBe(before.clock);
    await sam.getByText('Stated', { exact: true }).waitFor({ state: 'detached' });
  });

  journey('without JavaScript: stated, declined, changed, sent again, confirmed with a change', async ({ pageOf }) => {
    const [sam, ruth] = [await pageOf('technician', { javaScript: false }), await pageOf('manager', { javaScript: false })];
    const path = await historyOf(sam);
    await sam.goto(`${path}/appointments/new`);
    await expectValidHtml(sam);
    await sam.getByRole('radio', { name: 'With an earlier employer' }).check();
    await sam.getByRole('textbox', { name: 'Employer' }).fill('Tidewater Stores');
    await sam.getByLabel('First day').fill('2012-02-01');
    await sam.getByLabel('Last day').fill('2012-01-01');
    await sam.getByRole('button', { name: 'Save' }).click();
    await sam.getByRole('link', { name: 'Please give the role.' }).waitFor();
    await expectValidHtml(sam);
    expect(await sam.title()).toMatch(/^Error: Log a role/);
    expect(await sam.getByRole('textbox', { name: 'Employer' }).inputValue(), 'what was typed stays').toBe('Tidewater Stores');
    await sam.getByRole('textbox', { name: 'Role there' }).fill('Shop assistant');
    await sam.getByRole('button', { name: 'Save' }).click();
    await sam.getByRole('link', { name: /The last day is before the first day, 1 February 2012/ }).waitFor();
    await sam.getByLabel('Last day').fill('2012-12-31');
    await sam.getByRole('button', { name: 'Save' }).click();
    await sam.getByText('Saved as stated.').waitFor();

    await ruth.goto(path);
    await expectValidHtml(ruth);
    await ruth.getByRole('link', { name: /^Look at it Shop assistant/ }).click();
    await expectValidHtml(ruth);
    await ruth.getByRole('button', { name: 'Decline it' }).click();
    await ruth.getByText('Declined.', { exact: false }).waitFor();
    await sam.goto(path);
    await expectValidHtml(sam);
    await sam.getByRole('link', { name: /^Change and send again Shop assistant/ }).click();
    await expectValidHtml(sam);
    await sam.getByLabel('Last day').fill('2012-11-30');
    await sam.getByRole('button', { name: 'Send it again' }).click();
    await ruth.goto(path);
    await ruth.getByRole('link', { name: /^Look at it Shop assistant/ }).click();
    await ruth.getByLabel('Last day').fill('2012-10-31');
    await ruth.getByRole('button', { name: 'Confirm it' }).click();
    await ruth.getByText('Confirmed for Sam Adeyemi.').waitFor();
    await sam.goto(path);
    await sam.getByText('1 February 2012 – 31 October 2012').first().waitFor();
    await renewCertificate(sam, path, 'Ladder safety');
    await expectValidHtml(sam);
  });

  journey('time away, a certificate and education are added and taken back', async ({ pageOf }) => {
    const sam = await pageOf('technician');
    const path = await historyOf(sam);
    const add = async (kind: string, fill: () => Promise<void>) => {
      await sam.goto(`${path}/${kind}/new`);
      await settled(sam);
      await expectAccessible(sam);
      await fill();
      await sam.getByRole('button', { name: 'Save' }).click();
      await sam.getByText('Saved as stated.').waitFor();
    };
    await add('pauses', async () => {
      await sam.getByRole('radio', { name: 'Sabbatical' }).check();
      await sam.getByLabel('First day away').fill(daysAgo(20));
      await sam.getByLabel('Last day away').fill(daysAgo(10));
    });
    await add('certificates', async () => {
      await sam.getByRole('textbox', { name: /Its name/ }).fill('Fire marshal');
      await sam.getByLabel('Issued on').fill(daysAgo(400));
      await sam.getByLabel('Last valid day').fill(daysAgo(1));
    });
    await add('education', async () => {
      await sam.getByRole('radio', { name: /Associate/ }).check();
      await sam.getByRole('textbox', { name: /Subject/ }).fill('Networks');
    });
    await sam.getByText(/\d entries wait for your manager/).waitFor();
    await sam.getByRole('region', { name: 'Certificates', exact: true }).getByRole('listitem').filter({ hasText: 'Fire marshal' }).getByText('Expired', { exact: true }).waitFor();
    for (const name of ['Sabbatical', 'Fire marshal', 'Associate degree']) {
      await sam.getByRole('link', { name: new RegExp(`^Change or remove ${name}`) }).click();
      await sam.getByRole('button', { name: 'Remove this entry' }).click();
      await sam.getByText('Removed.').waitFor();
    }
    await renewCertificate(sam, path, 'Forklift');
    await expectAccessible(sam);
  });

  journey('by keyboard alone: from the history to a logged role', async ({ pageOf }) => {
    const page = await pageOf('technician');
    await page.goto(await historyOf(page));
    await settled(page);
    const tabTo = async (reached: () => Promise<boolean>) => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        if (await reached()) return;
      }
      expect.fail('The keyboard does not reach it');
    };
    const named = (name: string) => () => page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name);
    await tabTo(async () => (await focused(page)) === 'Log a role');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/appointments/new');
    await expect.poll(() => focused(page), { message: 'the heading takes the focus' }).toBe('Log a role');
    await tabTo(named('with'));
    await page.keyboard.press('ArrowRight');
    await tabTo(named('employer'));
    await page.keyboard.type('Harbour Ltd');
    await tabTo(named('roleName'));
    await page.keyboard.type('Printer technician');
    await tabTo(named('startedOn'));
    await page.keyboard.type('01022010');
    await tabTo(named('endedOn'));
    await page.keyboard.type('01022011');
    await page.keyboard.press('Enter');
    await page.getByText('Saved as stated.').waitFor();
    await page.getByText('Printer technician').first().waitFor();
  });

  for (const colourScheme of ['light', 'dark'] as const) {
    journey(`has no fault of accessibility, ${colourScheme}`, async ({ pageOf }) => {
      for (const viewport of [desktop, phone]) {
        const [sam, ruth] = [await pageOf('technician', { colourScheme, viewport }), await pageOf('manager', { colourScheme, viewport })];
        const path = await historyOf(sam);
        for (const address of [path, `${path}/appointments/new`]) {
          await sam.goto(address);
          await expectAccessible(sam);
        }
        await sam.getByRole('button', { name: 'Save' }).click();
        await sam.getByRole('heading', { name: 'There is a problem' }).waitFor();
        await expectAccessible(sam);
        await ruth.goto(path);
        await expectAccessible(ruth);
        const width = await sam.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(width, 'nothing scrolls sideways').toBe(0);
      }
    });
  }
});
