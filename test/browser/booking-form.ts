import type { Locator, Page } from 'playwright-core';
import { press } from './press.ts';

/** What somebody types who has a company code. */
export const ada = { name: 'Ada Member', email: 'ada@example.com', companyCode: 'DEMO-2026' };

/** The booking page in somebody's hands, with scripts or without. */
export class BookingForm {
  readonly page: Page;
  readonly #script: boolean;

  constructor(page: Page, { script = true }: { readonly script?: boolean } = {}) {
    this.page = page;
    this.#script = script;
  }

  /** Presses a button, and waits until the page shows what came of it. */
  async press(button: Locator | string): Promise<void> {
    const pressed = typeof button === 'string' ? this.page.locator(button) : button;
    if (!this.#script) return press(pressed);
    const answered = this.page.waitForResponse((response) => response.request().method() === 'POST');
    await pressed.click();
    await answered;
    await this.settled();
  }

  /** Waits until nothing is under way. */
  async settled(): Promise<void> {
    await this.page.locator('form[aria-busy=true]').waitFor({ state: 'detached' });
  }

  /** Turns to the day's month, and picks the day (YYYY-MM-DD). */
  async pickDay(date: string): Promise<void> {
    for (;;) {
      const shown = await this.page.locator('input[name=month]').inputValue();
      if (shown === date.slice(0, 7)) break;
      if (shown > date) throw new Error(`the page shows ${shown}, which is after ${date}`);
      await this.press('#later');
    }
    await this.press(`#day-${date}`);
  }

  /** Picks a free time of the day shown, as it is written there. */
  async pickTime(time: string): Promise<void> {
    await this.press(this.page.locator('.times').getByRole('button', { name: time, exact: true }));
  }

  async type(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.page.locator(`[name=${name}]`).fill(value);
  }

  /** Presses the last button, and gives the token in the address of the confirmation it leads to. */
  async book(): Promise<string> {
    await this.page.locator('#book-button').click();
    await this.page.waitForURL('**/booked/**');
    return tokenIn(this.page.url());
  }
}

/** The token that ends an address. */
export function tokenIn(address: string): string {
  return new URL(address).pathname.split('/').at(-1) ?? '';
}
