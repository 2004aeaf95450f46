import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible, expectValidHtml, journeys, phone, settled, type Journey } from '#test/support/browser.ts';

const journey = journeys();

/** The technician's page, on a phone, and the address of the own skills. */
async function technician(pageOf: Journey['pageOf'], javaScript: boolean): Promise<{ page: Page; skills: string }> {
  const page = await pageOf('technician', { javaScript, viewport: phone });
  return { page, skills: `${new URL(page.url()).pathname}/skills` };
}

/** The page is sound in the way that can be asked of it, and no wider than the phone. */
async function expectSound(page: Page, javaScript: boolean): Promise<void> {
  await settled(page);
  if (!javaScript) return expectValidHtml(page);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${page.url()} fits`).toBe(true);
}

describe.each([true, false])('on a phone, JavaScript %s', (javaScript) => {
  journey(`a technician reads levels and interest, and says what is still true (${javaScript})`, async ({ pageOf }) => {
    const { page, skills } = await technician(pageOf, javaScript);
    await page.goto(skills);
    await page.getByRole('link', { name: 'Levels and interest' }).click();
    await page.getByRole('heading', { name: 'Levels and interest', level: 1 }).waitFor();
    await page.getByRole('region', { name: 'Train these' }).getByRole('link', { name: 'Scripting and automation' }).waitFor();
    await page.getByText('The same as a table').click();
    await page.getByRole('row', { name: /Scripting and automation.*Train these/ }).waitFor();
    await expectSound(page, javaScript);

    if (!javaScript) return;
    await page.goto(`${skills}?show=unused`);
    await page.getByRole('button', { name: 'Still true, used today' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Please choose at least one skill.' }).waitFor();
    for (const box of await page.getByRole('group', { name: 'Which of these did you use today?' }).getByRole('checkbox').all()) await box.check();
    await expectSound(page, javaScript);
    await page.getByRole('button', { name: 'Still true, used today' }).click();
    await page.getByText(/^Saved: you used Backup and recovery and Cloud services today/).waitFor();
  });

  journey(`a technician asks the manager to confirm several levels, who confirms one and says not yet to the other (${javaScript})`, async ({ pageOf }) => {
    const { page, skills } = await technician(pageOf, javaScript);
    const [yes = '', no = ''] = javaScript ? ['Scripting and automation', 'User-needs analysis'] : ['Backup and recovery', 'Cloud services'];
    await page.goto(`${skills}?show=waiting`);
    for (const name of [yes, no]) await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check();
    await page.getByRole('textbox', { name: 'A message' }).fill('Before our next talk, please.');
    await page.getByRole('button', { name: 'Ask for these' }).click();
    await page.getByText(`Asked: your manager sees that you want ${yes} and ${no} confirmed.`).waitFor();
    await page.goto(`${skills}?show=waiting`);
    await expectSound(page, javaScript);
    expect(await page.getByRole('checkbox', { name: new RegExp(`^${yes}`) }).count(), 'asked already').toBe(0);

    const manager = await pageOf('manager', { javaScript, viewport: phone });
    await manager.goto('/asked');
    await expectSound(manager, javaScript);
    await manager.getByRole('region', { name: 'Your people want these confirmed' }).getByRole('link', { name: `${no} of Sam Adeyemi` }).click();
    await manager.getByText('“Before our next talk, please.”').first().waitFor();
    await settled(manager);
    await manager.getByRole('button', { name: 'Say not yet' }).click();
    await manager.getByRole('alert').getByRole('link', { name: /what is still missing/ }).waitFor();
    // What comes back is shown before the page has read anew what stands there; until then nothing is sent twice.
    await manager.locator('.busy').waitFor({ state: 'detached' });
    await manager.getByRole('textbox', { name: 'Not yet, because' }).fill('Show me one that you did alone.');
    await manager.getByRole('button', { name: 'Say not yet' }).click();
    await manager.getByText(/^Said: Sam Adeyemi reads your words/).waitFor();
    await expectSound(manager, javaScript);
    await manager.goto(`${skills}?show=waiting`);
    await manager.getByRole('checkbox', { name: new RegExp(`^${yes}`) }).check();
    await manager.getByRole('button', { name: 'Confirm the chosen levels' }).click();
    await manager.getByText(new RegExp(`^Confirmed for Sam Adeyemi: ${yes}`)).waitFor();

    await page.goto(skills);
    await page.getByRole('link', { name: no }).click();
    await page.getByText(/^Not yet, says Ruth Kowalczyk; you asked on/).waitFor();
    await page.getByText('“Show me one that you did alone.”').waitFor();
    await settled(page);
    await page.getByRole('textbox', { name: 'A message to your manager' }).fill('The one of last week.');
    await page.getByRole('button', { name: 'Ask your manager to confirm' }).click();
    await page.getByText(/^Waits for your manager; you asked on/).waitFor();
    await expectSound(page, javaScript);
    await page.getByRole('button', { name: 'Withdraw what you asked your manager' }).click();
    await page.getByText(/^Withdrawn: /).waitFor();
    await page.getByRole('button', { name: 'Ask your manager to confirm' }).waitFor();
  });

  journey(`a technician finds a colleague and asks, and answers what others ask (${javaScript})`, async ({ pageOf }) => {
    const { page, skills } = await technician(pageOf, javaScript);
    await page.goto(`${skills}/teamwork`);
    await page.getByRole('link', { name: 'Ask a colleague how they see it' }).click();
    await page.getByRole('heading', { name: 'Ask a colleague how they see a skill' }).waitFor();
    await settled(page);
    await page.getByRole('textbox', { name: 'Name' }).or(page.getByRole('searchbox', { name: 'Name' })).fill('Ruth');
    if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Nobody has this name').waitFor();
    await page.getByRole('searchbox', { name: 'Name' }).fill('noor');
    if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('1 colleague found').waitFor();
    await expectSound(page, javaScript);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Please choose whom to ask.' }).waitFor();
    await page.getByRole('radio', { name: /Noor Rahimi/ }).check();
    expect(await page.getByRole('checkbox', { name: 'Teamwork' }).isChecked(), 'the skill one came from').toBe(true);
    await page.getByRole('textbox', { name: 'A message' }).fill('We shared the late shift.');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('Asked: Noor Rahimi sees your question about Teamwork.').waitFor();
    await expectSound(page, javaScript);
    await page.getByRole('button', { name: 'Withdraw the question about Teamwork to Noor Rahimi' }).click();
    await page.getByText('Withdrawn: your question about Teamwork.').waitFor();

    await page.getByText('Sam Adeyemi').first().click();
    await page.getByRole('link', { name: /^Asked of you \(\d\)/ }).click();
    await expectSound(page, javaScript);
    const skill = javaScript ? 'Patience' : 'Client operating systems';
    await page.getByRole('link', { name: new RegExp(`^${skill} of`) }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${skill}: how do you see`) }).waitFor();
    await expectSound(page, javaScript);
    const asked = page.url();
    if (javaScript) {
      await page.getByRole('button', { name: 'Send what you see' }).click();
      await page.getByRole('alert').getByRole('link', { name: 'Please choose one of the five levels.' }).waitFor();
      await page.getByRole('radio', { name: /^4 Advanced/ }).check();
      await page.getByRole('textbox', { name: 'A note' }).fill('Calm with the payroll office.');
      await page.getByRole('button', { name: 'Send what you see' }).click();
      await page.getByText(/^Thank you\. .* sees how you see Patience\.$/).waitFor();
      await page.getByRole('link', { name: /^Correct it Patience/ }).click();
      await expectSound(page, javaScript);
      await page.getByRole('radio', { name: /^3 Independent/ }).check();
      await page.getByRole('button', { name: 'Save the correction' }).click();
      await page.getByText(/^Corrected\. .* sees how you see Patience now\.$/).waitFor();
    } else {
      await page.getByRole('button', { name: 'I would rather not say' }).click();
      await page.getByText(/^Said: .* sees that you would rather not say/).waitFor();
    }
    await page.goto(asked);
    await page.getByText(javaScript ? /^You answered on .*: 3 Independent\. Thank you\.$/ : /^You said on .* that you would rather not say\.$/).waitFor();
    await expectSound(page, javaScript);
  });
});

journey('a recruiter and an administrator find none of it', async ({ pageOf }) => {
  const own = await pageOf('technician');
  const { pathname } = new URL(own.url());
  for (const who of ['recruiter', 'administrator'] as const) {
    const page = await pageOf(who);
    for (const path of [`${pathname}/skills/picture`, `${pathname}/ask`, '/asked/1']) expect((await page.goto(path))?.status(), `${path} as ${who}`).toBe(404);
  }
});
