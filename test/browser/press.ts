import type { Locator } from 'playwright-core';

/** Presses what loads a page, and waits until it is there. */
export async function press(button: Locator): Promise<void> {
  await Promise.all([button.page().waitForEvent('load'), button.click()]);
}
