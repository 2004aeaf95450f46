import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { chromium, type Browser, type BrowserContext, type Page, type Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApplication, type Application, type ApplicationOptions } from './application.ts';

/** The people one can sign in as by one click in the demonstration organisation. */
export type Who = 'technician' | 'manager' | 'recruiter' | 'administrator';

interface PageOptions {
  /** On unless said otherwise; journeys that submit forms go once without. */
  javaScript?: boolean;
  colourScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** What a journey is given. Every page has cookies of its own. */
export interface Journey {
  app: Application;
  newPage(options?: PageOptions): Promise<Page>;
  /** A new page, signed in and on that person's start page. */
  pageOf(who: Who, options?: PageOptions): Promise<Page>;
}

/**
 * Journeys of one test file: one application and one browser for all of them, begun before the first and
 * stopped after the last. `const journey = journeys(); journey('a technician rates a skill', async ({ pageOf }) => …)`.
 * A page error, a message on the console (violations of the content security policy are there), a missing
 * file, a 5xx answer or a request to anywhere else fails the journey it happened in.
 */
export function journeys(options: ApplicationOptions = { demonstration: true }): (name: string, walk: (journey: Journey) => Promise<void>) => void {
  if (executable === null) return withoutBrowser;
  let app: Application | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startApplication(options), chromium.launch({ executablePath: executable, args: quiet })]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });
  return (name, walk) => test(name, async () => {
    if (!app || !browser) throw new Error('The application or the browser did not start.');
    const walkers = new Walkers(app, browser);
    try {
      await walk(walkers);
    } catch (error) {
      if (walkers.faults.length > 0) throw new Error(`${String(error)}\nMeanwhile the browser saw: ${walkers.faults.join('\n')}`, { cause: error });
      throw error;
    } finally {
      await walkers.close();
    }
    expect(walkers.faults, 'faults seen by the browser').toEqual([]);
  });
}

class Walkers implements Journey {
  readonly app: Application;
  readonly faults: string[] = [];
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  constructor(app: Application, browser: Browser) {
    this.app = app;
    this.#browser = browser;
    this.newPage = this.newPage.bind(this);
    this.pageOf = this.pageOf.bind(this);
  }

  async newPage({ javaScript = true, colourScheme = 'light', viewport = desktop }: PageOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ baseURL: this.app.origin, javaScriptEnabled: javaScript, colorScheme: colourScheme, viewport, reducedMotion: 'reduce' });
    this.#contexts.push(context);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    if (javaScript) scripted.add(page);
    watch(page, this.app.origin, this.faults);
    return page;
  }

  async pageOf(who: Who, options?: PageOptions): Promise<Page> {
    const page = await this.newPage(options);
    await signInAs(page, who);
    return page;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }
}

/** Signs in by one click, as demonstration visitors do; ends on the person's start page. */
async function signInAs(page: Page, who: Who): Promise<void> {
  await page.goto('/login');
  await page.getByRole('button', { name: `Sign in as ${who === 'administrator' ? 'an' : 'a'} ${who}` }).click();
  await page.waitForURL((url) => url.pathname !== '/login' && url.pathname !== '/');
  await settled(page);
}

/** Waits until the page shows its address and listens (`AppFrame` marks it), however it was reached; at once without JavaScript. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  if (scripted.has(page)) await page.waitForFunction(() => document.documentElement.dataset['shows'] === location.href.replace(/#.*/, ''));
}

/** No fault of accessibility in the scheme the page is shown in. Only with JavaScript: without it axe cannot run. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  // No page has frames: without the second window that they would need, axe takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await axe.options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }).analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}`));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** The document as the server sent it (also the answer to a form) is sound HTML. */
export async function expectValidHtml(page: Page): Promise<void> {
  const response = documents.get(page);
  if (!response) throw new Error('The page has not loaded a document yet.');
  const { results } = await validator.validateString(await response.text());
  const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column, selector }) => `${line}:${column} ${ruleId}: ${message} ${selector ?? ''}`));
  expect(found, `HTML of ${page.url()}`).toEqual([]);
}

/** The text of the element that has the keyboard's focus. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.trim() ?? '');
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How React writes: <br/>, disabled="", charSet, no line ends.
    'attr-case': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    // Checkboxes of one question share their name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // A row's field is called rows[3].level, and so is its id: allowed by the standard.
    'valid-id': ['error', { relaxed: true }],
    // A matter of taste: "page – section – Deskpath" may be long where a role's name is.
    'long-title': 'off',
    // The browser's script and style come from our own origin with a hash in their names.
    'require-sri': 'off',
  },
});

/** Pages with JavaScript. */
const scripted = new WeakSet<Page>();

/** The last document each page was given. */
const documents = new WeakMap<Page, Response>();

function watch(page: Page, origin: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`page error on ${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // Answers are judged below, by their status: a form that comes back with 400 is no fault.
    const isStatus = message.text().startsWith('Failed to load resource: the server responded with a status of');
    if (['error', 'warning'].includes(message.type()) && !isStatus) faults.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).origin !== origin) faults.push(`request to ${url}`);
  });
  page.on('response', (response) => {
    const request = response.request();
    const isDocument = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (isDocument && (response.ok() || response.status() >= 400)) documents.set(page, response);
    const isFile = !['document', 'fetch', 'xhr'].includes(request.resourceType());
    if (response.status() >= 500 || (isFile && response.status() >= 400)) faults.push(`${response.status()} for ${response.url()}`);
  });
}

/** The browser stays on this machine and says nothing to anybody. */
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

const executable = findBrowser();

function findBrowser(): string | null {
  const stated = process.env['CHROMIUM_PATH'];
  const usual = stated ? [stated] : [
    '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return usual.find((path) => existsSync(path)) ?? null;
}

function withoutBrowser(name: string): void {
  const said = `${name} (needs a browser (set CHROMIUM_PATH))`;
  if (process.env['REQUIRE_BROWSER'] === '1') test(said, () => expect.fail('No Chromium or Chrome was found, and REQUIRE_BROWSER=1 asks for one.'));
  else test.skip(said);
}
