import { expect } from 'vitest';
import { expectAccessible, expectValidHtml, focused, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();

for (const javaScript of [true, false]) {
  journey(`a technician plans, does and finishes something on a phone, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf }) => {
    const page = await pageOf('technician', { javaScript, viewport: phone });
    const check = () => (javaScript ? expectAccessible(page) : expectValidHtml(page));
    const title = javaScript ? 'Night of the mail gateway' : 'Morning of the mail gateway';
    await page.getByRole('link', { name: 'Open the plan' }).click();
    await page.getByRole('heading', { name: /^Your plan: / }).waitFor();
    await check();

    // One press takes a suggestion into the plan.
    await page.getByRole('button', { name: /^Add shadowing for Exchange/ }).first().click();
    await page.getByText(/^Added: Shadow a colleague/).waitFor();

    // A new item: what is wrong is said, and what was typed stays.
    await page.getByRole('link', { name: 'Add an item' }).click();
    await page.getByRole('heading', { name: 'Add to the plan' }).waitFor();
    await settled(page);
    await page.getByRole('radio', { name: /^Project/ }).check();
    await page.getByLabel('With whom').fill('Ruth Kowalczyk');
    await page.getByLabel('First day').fill('2026-10-05');
    await page.getByLabel('Last day').fill('2026-10-01');
    await page.getByRole('button', { name: 'Add to the plan' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await page.getByLabel('With whom').inputValue()).toBe('Ruth Kowalczyk');
    await check();
    await page.getByLabel('In a few words').fill(title);
    await page.getByLabel('Last day').fill('2026-10-06');
    await page.getByLabel('The skill it is for').selectOption({ label: 'Scripting and automation' });
    await page.getByRole('button', { name: 'Add to the plan' }).click();
    await page.getByText(`Added: ${title}.`).waitFor();

    // Done, with a rating of one's own that rests on it.
    await page.getByRole('link', { name: new RegExp(`^Done ${title}`) }).click();
    await page.getByRole('heading', { name: `Done: ${title}` }).waitFor();
    await settled(page);
    await check();
    expect(await page.getByRole('radio', { name: /^Not now/ }).isChecked()).toBe(true);
    await page.getByLabel('Done on').fill('2026-10-06');
    await page.getByLabel('What came of it?').fill('The gateway tells by itself when it is full.');
    await page.getByRole('radio', { name: /^3 Independent/ }).check();
    await page.getByRole('button', { name: 'Save as done' }).click();
    await page.getByText(`Done: ${title}. Rated 3 Independent, with it as evidence.`).waitFor();
    await check();
    const item = page.url();
    await page.goto(item.replace(/items.*/, 'ledger'));
    await page.getByRole('link', { name: title }).waitFor();
    await check();
    await page.goto(item);
    await page.getByRole('link', { name: 'See Scripting and automation' }).click();
    await page.getByText(`Project: ${title}, hosted by Ruth Kowalczyk, 5–6 October 2026. Outcome: The gateway tells by itself when it is full.`).first().waitFor();
    // The picture of the page comes after its words.
    await page.waitForLoadState('networkidle');
  });

  journey(`a technician looks for help and offers some, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf }) => {
    const page = await pageOf('technician', { javaScript, viewport: phone });
    const check = () => (javaScript ? expectAccessible(page) : expectValidHtml(page));
    const own = new URL(page.url()).pathname;
    await page.goto(`${own}/plan/mentors`);
    await page.getByRole('heading', { name: 'Who can help you' }).waitFor();
    await check();
    await page.getByRole('link', { name: /^Plan talks with them/ }).first().click();
    await page.getByRole('heading', { name: 'Add to the plan' }).waitFor();
    expect(await page.getByLabel('With whom').inputValue()).not.toBe('');

    await page.goto(`${own}/mentoring`);
    await settled(page);
    await check();
    await page.getByRole('checkbox', { name: /^Patience/ }).check();
    await page.getByRole('checkbox', { name: /^Ask me about my role/ }).check();
    await page.getByRole('button', { name: 'Save what I offer' }).click();
    await page.getByText('Saved: colleagues can ask you about 1 skill and your role.').waitFor();
    await settled(page);
    await page.getByRole('checkbox', { name: /^Patience/ }).uncheck();
    await page.getByRole('checkbox', { name: /^Ask me about my role/ }).uncheck();
    await page.getByRole('button', { name: 'Save what I offer' }).click();
    await page.getByText('Saved: you offer nothing at the moment.').waitFor();
  });
}

// Last, as it changes the plan that the walks above go through.
for (const javaScript of [true, false]) {
  journey(`a route chosen on the career map becomes the plan after it was asked, and the one before is kept, on a phone, by keyboard alone, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf }) => {
    const page = await pageOf('technician', { javaScript, viewport: phone, colourScheme: javaScript ? 'dark' : 'light' });
    const check = () => (javaScript ? expectAccessible(page) : expectValidHtml(page));
    await page.goto('/paths?to=network-administrator');
    await settled(page);
    const ways = await page.locator('.routes > section').first().locator('.hop strong').allTextContents();
    const choice = page.getByRole('link', { name: 'Make this my plan by route 1' });
    await choice.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Make this your plan?' }).waitFor();
    await check();
    expect(await page.locator('.hops').getByRole('link').allTextContents()).toEqual(ways);
    await page.getByText(/is closed as changed and kept/).waitFor();
    await page.getByLabel('By when').focus();
    for (let presses = 0; presses < 8 && (await focused(page)) !== 'Yes, change to this plan'; presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/The plan is started\. The earlier one is kept below\./).waitFor();
    await page.getByRole('heading', { name: `Your plan: ${ways.at(-1)}` }).waitFor();
    await page.getByRole('heading', { name: `First, towards ${ways[1]}` }).waitFor();
    await check();
    expect(await page.getByRole('table', { name: /^What they were for/ }).getByText('Messaging (Exchange) administrator').count()).toBe(1);
  });
}
