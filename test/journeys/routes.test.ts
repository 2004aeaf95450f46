import { describe, expect } from 'vitest';
import { expectAccessible, expectValidHtml, journeys, phone, settled } from '#test/support/browser.ts';

const journey = journeys();
const assumed = '/paths?to=network-administrator&if=troubleshooting.4&if=ccna';

describe('routes and roles', () => {
  journey('are accessible in light and dark, on a phone too, and sound HTML', async ({ pageOf }) => {
    const light = await pageOf('technician');
    const dark = await pageOf('technician', { colourScheme: 'dark', viewport: phone });
    const plain = await pageOf('technician', { javaScript: false });
    for (const path of [assumed, '/paths?if=network-routing.3&family=infrastructure', '/roles/network-analyst/advert?from=help-desk-technician']) {
      for (const page of [light, dark]) {
        await page.goto(path);
        await page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>('main details').forEach((one) => { one.open = true; }));
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} scrolls sideways`).toBe(true);
      }
      await plain.goto(path);
      await expectValidHtml(plain);
    }
  });

  for (const javaScript of [true, false]) {
    journey(`ask what would be if something were reached, on a phone, ${javaScript ? 'with' : 'without'} JavaScript, and keep nothing`, async ({ pageOf }) => {
      const page = await pageOf('technician', { javaScript, viewport: phone });
      await page.goto('/paths?to=network-administrator');
      await settled(page);
      await page.getByText('What if I reach something first?').click();
      await page.getByLabel('Skill', { exact: true }).selectOption({ label: 'Routing, switching and addressing' });
      await page.getByLabel('4 Advanced').check();
      await page.getByLabel('Certificate').selectOption({ label: 'Cisco Certified Network Associate (CCNA)' });
      await page.getByRole('button', { name: 'Reckon with it' }).click();
      await page.waitForURL((url) => url.search === '?to=network-administrator&if=network-routing.4&if=ccna');
      await page.getByText('Nothing is saved.').waitFor();
      await page.getByText(/^Without it/).first().waitFor();
      // The other form keeps what is assumed.
      await page.getByLabel('To', { exact: true }).selectOption({ label: 'Network analyst' });
      if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click();
      await page.waitForURL(({ searchParams }) => searchParams.get('to') === 'network-analyst' && searchParams.getAll('if').join() === 'network-routing.4,ccna');
      await page.getByRole('link', { name: /Remove assumption: Routing/ }).click();
      await page.waitForURL((url) => url.searchParams.getAll('if').join() === 'ccna');
      await page.goto('/people');
      await page.goto('/paths?to=network-analyst');
      expect(await page.getByText('Nothing is saved.').count()).toBe(0);
    });
  }

  journey('lay each move open by keyboard, into rows that come to its months', async ({ pageOf }) => {
    const page = await pageOf('technician');
    await page.goto('/paths?to=network-administrator');
    await settled(page);
    const sums = page.locator('.hop .estimate');
    for (let place = 0; place < await sums.count(); place += 1) {
      await sums.nth(place).locator('summary').focus();
      await page.keyboard.press('Enter');
      const groups = await sums.nth(place).locator('tbody tr.between td').allTextContents();
      expect(Math.max(...groups.map(Number))).toBe(Number(await sums.nth(place).locator('tfoot td').textContent()));
    }
    expect(await sums.count()).toBeGreaterThan(1);
  });

  journey('show a map whose words all stand inside their boxes', async ({ pageOf }) => {
    const page = await pageOf('technician', { viewport: phone });
    await page.goto('/paths?all=1');
    await settled(page);
    const outside = await page.evaluate(() => [...document.querySelectorAll<SVGGElement>('.career-map a')].flatMap((box) => {
      const around = box.querySelector('rect')!.getBBox();
      return [...box.querySelectorAll('text')].filter((text) => {
        const { x, y, width, height } = text.getBBox();
        return x < around.x || y < around.y || x + width > around.x + around.width || y + height > around.y + around.height;
      }).map(({ textContent }) => textContent);
    }));
    expect(outside).toEqual([]);
    // The map begins where somebody is; its region takes the keyboard.
    const here = page.locator('.career-map a.here rect').first();
    const box = (await here.boundingBox())!;
    expect(box.x >= 0 && box.x + box.width <= phone.width).toBe(true);
    await page.locator('.career-map').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('svg') !== null)).toBe(true);
  });

  journey('print a role as an advert: no navigation, no form, and what somebody from my role brings', async ({ pageOf }) => {
    const page = await pageOf('technician');
    await page.goto('/roles/network-analyst');
    await page.getByRole('link', { name: 'Print it as an advert' }).click();
    await page.getByRole('heading', { name: 'What you will do' }).waitFor();
    await page.getByLabel('Written for people who are now').selectOption({ label: 'Help desk technician' });
    await page.getByRole('heading', { name: 'If you are a Help desk technician now' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['header.bar', 'footer', 'main form', 'main .no-print']) expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    expect(await page.getByRole('heading', { name: 'Network analyst', level: 1 }).isVisible()).toBe(true);
    for (const format of ['A4', 'Letter']) expect((await page.pdf({ format })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
