import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible, expectValidHtml, focused, journeys, phone, settled, type Journey } from '#test/support/browser.ts';

const journey = journeys();

/** The technician's own skills, and that page's address, which the manager can open too. */
async function skillsOf(pageOf: Journey['pageOf'], options: Parameters<Journey['pageOf']>[1] = {}): Promise<{ page: Page; address: string }> {
  const page = await pageOf('technician', options);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Skills', exact: true }).click();
  await page.getByRole('heading', { name: 'Your skills' }).waitFor();
  await settled(page);
  return { page, address: new URL(page.url()).pathname };
}

const choose = (place: Page | Locator, level: string) => place.getByRole('radio', { name: new RegExp(`^${level}`) }).check();

/** Goes on by Tab until the element with the focus is the one looked for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`The keyboard did not reach ${selector}`);
}

describe('a technician', () => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';
    // Another skill each time: the walks share one organisation.
    const skill = javaScript ? 'Virtualisation' : 'Databases and SQL';

    journey(`rates a skill with evidence, ${how} JavaScript`, async ({ pageOf }) => {
      const { page } = await skillsOf(pageOf, { javaScript });
      await page.getByRole('link', { name: skill }).click();
      await page.getByRole('heading', { name: skill, level: 1 }).waitFor();
      await settled(page);
      if (!javaScript) await expectValidHtml(page);
      await choose(page, '2 Assisted');
      await page.getByRole('textbox', { name: 'What shows it?' }).fill('Ticket 48213: restored the test machine');
      await page.getByRole('textbox', { name: 'A link to it' }).fill('javascript:alert(1)');
      await page.getByLabel('Last used on').fill('2099-01-01');
      await page.getByRole('button', { name: 'Save rating' }).click();

      await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
      expect(await page.title()).toMatch(/^Error: /);
      expect(await page.getByRole('textbox', { name: 'What shows it?' }).inputValue(), 'what was typed stays').toContain('48213');
      expect(await page.getByRole('radio', { name: /^2 Assisted/ }).isChecked()).toBe(true);
      if (javaScript) expect(await focused(page)).toMatch(/^There is a problem/);
      else await expectValidHtml(page);

      await page.getByRole('textbox', { name: 'A link to it' }).fill('https://tickets.example/48213');
      await page.getByRole('button', { name: 'Save rating' }).click();
      await page.getByRole('alert').getByRole('link', { name: /still to come/ }).waitFor();
      await page.getByLabel('Last used on').fill('');
      await page.getByRole('radio', { name: 'More of it' }).check();
      await page.getByRole('button', { name: 'Save rating' }).click();

      await page.getByText(/^Saved: 2 Assisted\. .* essentials met\.$/).waitFor();
      const soFar = page.getByRole('region', { name: 'So far' });
      await soFar.getByText('2 Assisted, by you').waitFor();
      await soFar.getByText('Shown by: Ticket 48213').waitFor();
      await soFar.getByRole('link', { name: 'https://tickets.example/48213' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'What shows it?' }).inputValue(), 'the form is empty again').toBe('');

      await soFar.getByRole('link', { name: 'Correct this' }).click();
      await page.getByRole('button', { name: 'Save the correction' }).waitFor();
      if (!javaScript) await expectValidHtml(page);
      await choose(page, '1 Aware');
      await page.getByRole('button', { name: 'Save the correction' }).click();
      await page.getByText(/^Corrected to 1 Aware/).waitFor();
      await soFar.getByText('1 Aware, by you').waitFor();
      await settled(page);
      expect(await soFar.getByRole('listitem').count()).toBe(1);

      await page.getByRole('button', { name: 'Still true' }).click();
      await page.getByText(/^Saved: you used it today/).waitFor();
      await settled(page);
      expect(await page.getByRole('button', { name: 'Still true' }).count()).toBe(0);
      expect(await page.getByLabel('Last used on').inputValue(), 'the form beside it says so too').toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });

    journey(`rates many skills on one page, ${how} JavaScript`, async ({ pageOf }) => {
      const { page } = await skillsOf(pageOf, { javaScript });
      await page.getByRole('link', { name: 'Rate many at once' }).click();
      // From one set to the next: nothing chosen in the first may follow into the second.
      await page.getByRole('link', { name: 'Technical', exact: true }).click();
      await page.getByRole('heading', { name: 'Rate technical skills' }).waitFor();
      await page.getByRole('link', { name: 'Leadership', exact: true }).click();
      await page.getByRole('heading', { name: 'Rate leadership skills' }).waitFor();
      await settled(page);
      if (!javaScript) await expectValidHtml(page);
      await page.getByRole('button', { name: 'Save all ratings' }).click();
      await page.getByRole('alert').getByText('No level was changed').waitFor();
      const names = javaScript ? ['Coaching and mentoring', 'People management'] : ['Project management', 'Stakeholder management'];
      for (const name of names) await choose(page.getByRole('group', { name }), '1 Aware');
      await page.getByRole('button', { name: 'Save all ratings' }).click();
      await page.getByText(/^Saved: 2 skills rated\./).waitFor();
      await page.getByRole('heading', { name: 'Your skills' }).waitFor();
      await settled(page);
      for (const name of names) expect(await page.getByRole('row', { name }).innerText()).toMatch(/Waiting since/);
    });

    journey(`sees both versions when a form was overtaken, and loses nothing, ${how} JavaScript`, async ({ pageOf }) => {
      const { page, address } = await skillsOf(pageOf, { javaScript });
      const path = `${address}/${javaScript ? 'asset-management' : 'user-training'}`;
      await page.goto(path);
      const other = await page.context().newPage();
      await other.goto(path);
      await choose(other, '2 Assisted');
      await other.getByRole('radio', { name: 'More of it' }).check();
      await other.getByRole('button', { name: 'Save rating' }).click();
      await other.getByText(/^Saved: 2 Assisted/).waitFor();

      await settled(page);
      await choose(page, '3 Independent');
      await page.getByRole('textbox', { name: 'A note' }).fill('Since the autumn.');
      await page.getByRole('radio', { name: 'Less of it' }).check();
      await page.getByRole('button', { name: 'Save rating' }).click();
      await page.getByText('Meanwhile it says: interest: More of it').waitFor();
      await settled(page);
      expect(await page.getByRole('textbox', { name: 'A note' }).inputValue()).toBe('Since the autumn.');
      expect(await page.getByRole('radio', { name: 'Less of it' }).isChecked()).toBe(true);
      expect(await page.getByRole('radio', { name: /^3 Independent/ }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Save rating' }).click();
      await page.getByText(/^Saved: 3 Independent/).waitFor();
      await page.getByRole('region', { name: 'So far' }).getByText('Since the autumn.').waitFor();
    });

    journey(`filters the list, ${how} JavaScript`, async ({ pageOf }) => {
      const { page } = await skillsOf(pageOf, { javaScript });
      await page.getByRole('combobox', { name: 'Show' }).selectOption('waiting');
      if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click();
      await page.waitForURL((url) => url.searchParams.get('show') === 'waiting');
      await page.getByRole('status').getByText(/ of \d+ skills$/).waitFor();
      if (!javaScript) await expectValidHtml(page);
      await page.getByRole('link', { name: 'Remove filter: Waiting to be confirmed' }).click();
      await page.waitForURL((url) => !url.searchParams.get('show'));
    });
  }

  journey('may send again at once what was refused, though the page is still looking what else has changed', async ({ pageOf }) => {
    const { page } = await skillsOf(pageOf);
    await page.getByRole('link', { name: 'Business application administration' }).click();
    await page.getByRole('heading', { name: 'Business application administration', level: 1 }).waitFor();
    await settled(page);
    await choose(page, '1 Aware');
    await page.getByLabel('Last used on').fill('2099-01-01');
    let looked: () => void = () => undefined;
    const sentAgain = new Promise<void>((resolve) => { looked = resolve; });
    await page.route(/\.data/, async (route) => {
      if (route.request().method() === 'GET') await sentAgain;
      await route.continue().catch(() => undefined);
    });
    const save = page.getByRole('button', { name: 'Save rating' });
    await save.click();
    await page.getByRole('alert').getByRole('link', { name: /still to come/ }).waitFor();
    await page.getByLabel('Last used on').fill('');
    await Promise.all([page.waitForRequest((request) => request.method() === 'POST'), save.click()]);
    looked();
    await page.getByText(/^Saved: 1 Aware\./).waitFor();
  });

  journey('rates a skill by keyboard alone', async ({ pageOf }) => {
    const { page, address } = await skillsOf(pageOf);
    await page.goto(`${address}/wireless-networks`);
    await settled(page);
    await tabTo(page, 'input[name="level"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'textarea[name="evidenceText"]');
    await page.keyboard.type('Moved two access points');
    await tabTo(page, 'button.btn:not(.quiet)');
    expect(await focused(page)).toBe('Save rating');
    await page.keyboard.press('Enter');
    await page.getByText(/^Saved: 2 Assisted/).waitFor();
  });

  journey('finds the pages readable by everybody, light and dark, on a desk and a phone', async ({ pageOf }) => {
    for (const [colourScheme, viewport] of [['light', undefined], ['dark', phone]] as const) {
      const { page, address } = await skillsOf(pageOf, { colourScheme, viewport });
      await expectAccessible(page);
      const heights = await page.locator('table tbody tr').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
      expect(heights.reduce((sum, height) => sum + height, 0) / heights.length, 'a long list is skimmed, on a phone too').toBeLessThan(100);
      for (const path of [`${address}/client-os?role=network-analyst`, `${address}?rate=role`]) {
        await page.goto(path);
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} fits`).toBe(true);
      }
    }
    const { page } = await skillsOf(pageOf, { javaScript: false });
    await expectValidHtml(page);
    expect(await page.title()).toBe('Your skills – Deskpath');
  });
});

describe('the manager', () => {
  for (const javaScript of [true, false]) {
    journey(`confirms what waits, several at once or with a level of their own, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf }) => {
      const { page: own, address } = await skillsOf(pageOf, { javaScript: false });
      const mine = javaScript ? ['telephony', 'software-testing', 'mobile-devices'] : ['data-centre-facilities', 'structured-cabling', 'firewall-vpn'];
      for (const skill of mine) {
        await own.goto(`${address}/${skill}`);
        await choose(own, '4 Advanced');
        await own.getByRole('button', { name: 'Save rating' }).click();
        await own.getByText(/^Saved: 4 Advanced/).waitFor();
      }

      const page = await pageOf('manager', { javaScript });
      await page.goto(address);
      if (javaScript) await expectAccessible(page);
      else await expectValidHtml(page);
      await page.getByRole('button', { name: 'Confirm the chosen levels' }).click();
      await page.getByRole('alert').getByRole('link', { name: 'Please choose at least one level to confirm.' }).waitFor();
      const boxes = page.getByRole('checkbox', { name: /: 4 Advanced/ });
      const before = await boxes.count();
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.getByRole('button', { name: 'Confirm the chosen levels' }).click();
      await page.getByText(/^Confirmed for .* at 4 Advanced/).waitFor();
      await settled(page);
      expect(await page.getByRole('checkbox', { name: /: 4 Advanced/ }).count()).toBe(before - 2);

      const left = page.getByRole('row').filter({ hasText: 'Waiting since' }).getByRole('link').first();
      await left.click();
      await page.getByRole('button', { name: /^Confirm \d/ }).waitFor();
      await settled(page);
      if (javaScript) await expectAccessible(page);
      else await expectValidHtml(page);
      await page.getByRole('button', { name: /^Confirm \d/ }).click();
      await page.getByText(/^Confirmed for /).waitFor();
      await settled(page);
      expect(await page.getByRole('button', { name: /^Confirm \d/ }).count()).toBe(0);

      await choose(page, '3 Independent');
      await page.getByRole('textbox', { name: 'A note' }).fill('Seen in the roll-out.');
      await page.getByRole('button', { name: 'Confirm this level' }).click();
      await page.getByText(/^Confirmed for .* at 3 Independent/).waitFor();
      await page.getByRole('region', { name: 'So far' }).getByText('3 Independent, by you').waitFor();
      await page.getByRole('region', { name: 'So far' }).getByText('Seen in the roll-out.').waitFor();
    });
  }
});

describe('everybody else', () => {
  journey('finds no such page, whether they recruit or administer', async ({ pageOf }) => {
    const { address } = await skillsOf(pageOf);
    for (const who of ['recruiter', 'administrator'] as const) {
      const page = await pageOf(who);
      for (const path of [address, `${address}/client-os`, `${address}?rate=role`]) expect((await page.goto(path))?.status()).toBe(404);
    }
  });
});
