import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { packagedChromium } from './packaged-chromium.ts';
import { watch } from './watch.ts';

/** How somebody looks at pages. What isn't said: a phone in New York that speaks English, runs scripts and is light. */
export interface Look {
  readonly script?: boolean;
  /** CSS pixels. */
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly motion?: 'reduce' | 'no-preference';
  readonly timeZone?: string;
  readonly locale?: string;
  /** Other hosts that this visit may lead to; asking any other for anything fails the test. */
  readonly leadsTo?: readonly string[];
  /** What the browser is meant to refuse, as it says so. */
  readonly expects?: RegExp;
}

interface Visit {
  readonly context: BrowserContext;
  readonly complaints: () => Promise<string[]>;
}

/** The packaged browser. Each page is a visitor's own, with nothing remembered from others. */
export class TestBrowser {
  readonly #browser: Browser;
  #visits: Visit[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** `hosts` leads addresses like "localhost:8080" to others; all names but those and 127.0.0.1 are unknown to it. */
  static async launch(hosts: Readonly<Record<string, string>> = {}): Promise<TestBrowser> {
    const led = Object.entries(hosts).map(([from, to]) => `MAP ${from} ${to}`);
    const rules = [...led, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ');
    const args = ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=${rules}`];
    return new TestBrowser(await chromium.launch({ ...(await packagedChromium()), args }));
  }

  async visit(look: Look = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      javaScriptEnabled: look.script ?? true,
      viewport: { width: look.width ?? 390, height: 844 },
      colorScheme: look.scheme ?? 'light',
      // Colours under way from one to another would be measured as they happen to be.
      reducedMotion: look.motion ?? 'reduce',
      timezoneId: look.timeZone ?? 'America/New_York',
      locale: look.locale ?? 'en-US',
    });
    context.setDefaultTimeout(10_000);
    this.#visits.push({ context, complaints: await watch(context, look) });
    return context.newPage();
  }

  /** Ends all visits. Gives where one broke a policy, asked another host, told where it came from, or threw. */
  async endVisits(): Promise<string[]> {
    const visits = this.#visits;
    this.#visits = [];
    const complaints: string[] = [];
    for (const visit of visits) {
      complaints.push(...(await visit.complaints()));
      await visit.context.close();
    }
    return complaints;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
