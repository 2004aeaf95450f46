import { describe, expect } from 'vitest';
import { expectAccessible, expectValidHtml, journeys, phone, settled } from '#test/support/browser.ts';

/** One installation, from empty to set up: the walks follow one another. */
describe('starting empty', () => {
  const journey = journeys({});

  journey('the first page offers the two ways, on this machine', async ({ newPage }) => {
    for (const [colourScheme, viewport] of [['light', undefined], ['dark', phone]] as const) {
      const page = await newPage({ colourScheme, viewport });
      await page.goto('/');
      expect(new URL(page.url()).pathname).toBe('/setup');
      await expectAccessible(page);
    }
    const plain = await newPage({ javaScript: false });
    await plain.goto('/setup');
    await expectValidHtml(plain);
  });

  journey('V6.3.2 the link from the terminal opens the form, once, and the first administrator is signed in', async ({ app, newPage }) => {
    const page = await newPage({ javaScript: false });
    await page.goto('/setup');
    await page.getByRole('button', { name: 'Start empty' }).click();
    await page.getByText('The set-up link has been printed').waitFor();
    expect(await page.content()).not.toMatch(/token=[\w-]{43}/);
    const link = /http:\/\/localhost:\d+\/setup\?token=[\w-]{43}/.exec(app.output())?.[0] ?? '';
    await page.goto(link);
    await expectValidHtml(page);
    await page.getByRole('textbox', { name: 'Name of the organisation' }).fill('Harbour IT');
    await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Europe/Lisbon');
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('link', { name: 'Please type your name.' }).waitFor();
    await expectValidHtml(page);
    expect(await page.getByRole('textbox', { name: 'Name of the organisation' }).inputValue(), 'what was typed stays').toBe('Harbour IT');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Inês Duarte');
    await page.getByRole('textbox', { name: 'Sign-in name' }).fill('ines');
    await page.getByRole('textbox', { name: 'Password' }).fill('seven quiet lamps by the river');
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.waitForURL('**/roles');
    await page.getByText('Harbour IT is set up').waitFor();
    const again = await newPage();
    await again.goto(link);
    expect(new URL(again.url()).pathname).toBe('/login');
  });

  for (const javaScript of [true, false]) {
    journey(`V6.2.2 V7.4.3 the password is changed, and the new one signs in, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ newPage }) => {
      const [before, after] = javaScript ? ['seven quiet lamps by the river', 'nine green boats at anchor'] : ['nine green boats at anchor', 'ten brown horses in a field'];
      const page = await newPage({ javaScript });
      await page.goto('/account');
      await settled(page);
      const signIn = async (password: string) => {
        await page.getByRole('textbox', { name: 'Sign-in name' }).fill('ines');
        await page.getByRole('textbox', { name: 'Password' }).fill(password);
        await page.getByRole('button', { name: 'Sign in' }).click();
      };
      await signIn(before);
      await page.waitForURL('**/account');
      await settled(page);
      if (javaScript) await expectAccessible(page);
      else await expectValidHtml(page);
      await page.getByRole('textbox', { name: 'Current password' }).fill('not this one');
      await page.getByRole('textbox', { name: 'New password' }).fill(after);
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByRole('link', { name: 'This is not your current password.' }).waitFor();
      await page.getByRole('textbox', { name: 'Current password' }).fill(before);
      await page.getByRole('textbox', { name: 'New password' }).fill(after);
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('Your password is changed.').waitFor();
      await page.context().clearCookies();
      await page.goto('/login');
      await settled(page);
      await signIn(before);
      await page.getByText('do not belong together').first().waitFor();
      await signIn(after);
      await page.waitForURL('**/roles');
    });
  }
});

describe('the demonstration organisation', () => {
  const journey = journeys({});

  journey('is loaded by one click, and looks alive at once', async ({ newPage }) => {
    const page = await newPage();
    await page.goto('/');
    await settled(page);
    await page.getByRole('button', { name: 'Try the demonstration organisation' }).click();
    await page.getByText('The demonstration organisation is ready.').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Sign in as a technician' }).click();
    await page.waitForURL(/\/people\/\d+$/);
  });
});
