import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ada, BookingForm } from './booking-form.ts';
import { running } from './running.ts';

const run = running();

it('a session is booked with the keyboard alone, and the focus can be seen at every step', async () => {
  const page = await run.browser.visit();
  await page.goto(`${run.showup.site}/book`);
  const form = new BookingForm(page);
  const pressAt = async (selector: string): Promise<void> => {
    await tabTo(page, selector);
    await page.keyboard.press('Enter');
    await page.locator(selector).and(page.locator('[aria-pressed=true], #later')).waitFor();
    await form.settled();
    expect(await page.locator(selector).evaluate((element) => element === document.activeElement)).toBe(true);
  };
  await pressAt('#type-live-60');
  await pressAt('#later');
  await pressAt('#day-2026-12-02');
  await pressAt(`#at-${Date.parse('2026-12-02T15:00:00Z')}`);
  expect(await page.getByRole('status').innerText()).toBe('Chosen: Wed 2 Dec, 10:00 EST');
  for (const [name, value] of Object.entries(ada)) {
    await tabTo(page, `#field-${name}`);
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/booked/**');
});

it('the first stop of the Tab key leads past what every page begins with', async () => {
  const page = await run.browser.visit();
  await page.goto(`${run.showup.site}/book`);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatchObject({ text: 'Skip to the content', visible: true });
  await page.keyboard.press('Enter');
  await tabTo(page, '#type-call-30', 1);
});

it.each([
  { motion: 'no-preference', moves: true },
  { motion: 'reduce', moves: false },
] as const)('what moves is still where somebody prefers that: $motion', async ({ motion, moves }) => {
  const page = await run.browser.visit({ motion });
  await page.goto(`${run.showup.site}/book`);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].some((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      const isStill = /^0s(?:, 0s)*$/u.test(transitionDuration) && animationName === 'none';
      return !isStill || scrollBehavior === 'smooth';
    }),
  );
  expect(moving).toBe(moves);
});

interface Focused {
  readonly text: string;
  readonly visible: boolean;
  readonly found: boolean;
}

/** Presses Tab until the element has the focus. Whatever has it on the way must be seen to have it. */
async function tabTo(page: Page, selector: string, most = 100): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const { text, visible, found } = await focused(page, selector);
    expect(visible, `the focus on "${text}" can be seen`).toBe(true);
    if (found) return;
  }
  throw new Error(`the Tab key did not lead to ${selector}`);
}

function focused(page: Page, selector = '*'): Promise<Focused> {
  return page.evaluate((wanted) => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const isOnScreen = width > 1 && height > 1 && top >= 0 && bottom <= innerHeight;
    return {
      text: element.textContent?.trim().slice(0, 40) || element.id,
      visible: isOutlined && isOnScreen,
      found: element.matches(wanted),
    };
  }, selector);
}
