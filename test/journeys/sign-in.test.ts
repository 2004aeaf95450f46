import { describe, expect } from 'vitest';
import { desktop, expectAccessible, expectValidHtml, focused, journeys, phone, settled, type Who } from '#test/support/browser.ts';

const journey = journeys();

const starts: Record<Who, RegExp> = { technician: /^\/people\/\d+$/, manager: /^\/flags$/, recruiter: /^\/search$/, administrator: /^\/roles$/ };

describe('signing in to the demonstration', () => {
  for (const javaScript of [true, false]) {
    journey(`one click leads each of the four to their own start, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ newPage }) => {
      for (const [who, start] of Object.entries(starts)) {
        const page = await newPage({ javaScript });
        await page.goto('/');
        expect(new URL(page.url()).pathname).toBe('/login');
        await page.getByRole('button', { name: new RegExp(`Sign in as an? ${who}`) }).click();
        await page.waitForURL((url) => start.test(url.pathname));
        await page.getByText('Account of').waitFor();
        await page.getByRole('complementary', { name: 'Demonstration' }).getByRole('link').waitFor();
      }
    });

    journey(`V7.4.4 signing out ends it, also for the way back, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ pageOf }) => {
      const page = await pageOf('administrator', { javaScript });
      await page.goto('/account');
      await page.locator('details.menu > summary').click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL('**/login');
      expect(await page.context().cookies()).toEqual([]);
      await page.goto('/account');
      expect(page.url()).toContain('/login?redirectTo=%2Faccount');
      await page.getByRole('button', { name: 'Sign in as an administrator' }).click();
      await page.waitForURL('**/account');
    });

    journey(`a wrong password is explained on top and what was typed stays, ${javaScript ? 'with' : 'without'} JavaScript`, async ({ newPage }) => {
      const page = await newPage({ javaScript });
      await page.goto('/login');
      await settled(page);
      await page.getByRole('textbox', { name: 'Sign-in name' }).fill('nobody-here');
      await page.getByRole('textbox', { name: 'Password' }).fill('not the right words');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
      expect(await page.title()).toMatch(/^Error: Sign in/);
      expect(await page.getByRole('textbox', { name: 'Sign-in name' }).inputValue()).toBe('nobody-here');
      if (javaScript) expect(await focused(page)).toMatch(/^There is a problem/);
      else {
        expect(await page.getByRole('textbox', { name: 'Password' }).inputValue(), 'the server does not send passwords back').toBe('');
        await expectValidHtml(page);
      }
      await page.getByRole('textbox', { name: 'Sign-in name' }).fill('');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      const problem = page.getByRole('alert').getByRole('link').first();
      await problem.waitFor();
      await problem.click();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
    });
  }

  journey('by keyboard alone: to the button, in, to the menu and out again', async ({ newPage }) => {
    const page = await newPage();
    await page.goto('/login');
    await settled(page);
    const tabTo = async (words: RegExp) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        if (words.test(await focused(page))) return;
      }
      expect.fail(`The keyboard does not reach ${String(words)}`);
    };
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await tabTo(/^Sign in as an administrator$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/roles');
    await settled(page);
    await tabTo(/^Account of/);
    await page.keyboard.press('Enter');
    await tabTo(/^Sign out$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/login');
  });

  journey('V3.3.4 V14.3.3 scripts see no cookie and nothing is stored in the browser', async ({ pageOf }) => {
    const page = await pageOf('administrator');
    await page.goto('/account');
    await settled(page);
    expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0]);
    // The framework remembers how far each page was scrolled, by random keys.
    const { positions, ...others } = await page.evaluate(() => ({ ...sessionStorage }) as Record<string, string>);
    expect(others).toEqual({});
    expect(Object.values(JSON.parse(positions ?? '{}') as object).every((position) => typeof position === 'number')).toBe(true);
  });
});

describe('the pages of accounts', () => {
  for (const colourScheme of ['light', 'dark'] as const) {
    journey(`have no fault of accessibility, ${colourScheme}`, async ({ newPage, pageOf }) => {
      for (const viewport of [desktop, phone]) {
        const visitor = await newPage({ colourScheme, viewport });
        for (const path of ['/login', '/password?token=gone']) {
          await visitor.goto(path);
          await expectAccessible(visitor);
        }
        const page = await pageOf('manager', { colourScheme, viewport });
        await page.goto('/account');
        await expectAccessible(page);
      }
    });
  }

  journey('are sound HTML', async ({ newPage, pageOf }) => {
    const visitor = await newPage({ javaScript: false });
    for (const path of ['/login', '/password?token=gone']) {
      await visitor.goto(path);
      await expectValidHtml(visitor);
    }
    const page = await pageOf('manager', { javaScript: false });
    await page.goto('/account');
    await expectValidHtml(page);
  });

  journey('a session elsewhere is ended from the list', async ({ pageOf }) => {
    const [here, there] = [await pageOf('recruiter', { javaScript: false }), await pageOf('recruiter')];
    await here.goto('/account');
    await here.getByRole('button', { name: /^End this one/ }).first().click();
    await here.getByText('That session has ended.').waitFor();
    await there.goto('/account');
    expect(new URL(there.url()).pathname).toBe('/login');
  });
});
