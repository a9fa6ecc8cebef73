import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Widths (CSS pixels) of the narrowest phone, of 1280 pixels at 200 % zoom, and of a desk. */
const widths = [320, 640, 1280] as const;
/** The rules whose outcome changes with the colours. */
const colours = ['color-contrast', 'link-in-text-block'];

/**
 * Holds a page, as it is now, to all of axe's rules (WCAG 2.2 AA and best practice), to those on colours in dark as
 * well, and to fitting the window at every width. `state` names it in failures; `except` are rules that don't hold for it.
 */
export async function expectAccessible(
  page: Page,
  state: string,
  except: readonly string[] = [],
): Promise<void> {
  const size = page.viewportSize();
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    found.push(...(await overflowing(page)).map((what) => `${width} px: ${what} is wider than the window`));
  }
  await page.setViewportSize({ width: widths[0], height: 844 });
  await page.emulateMedia({ colorScheme: 'light' });
  found.push(...(await violations(page, { except })).map((what) => `light: ${what}`));
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await violations(page, { only: colours })).map((what) => `dark: ${what}`));
  await page.emulateMedia({ colorScheme: null });
  if (size !== null) await page.setViewportSize(size);
  expect(found, state).toEqual([]);
}

interface Rules {
  readonly only?: readonly string[];
  readonly except?: readonly string[];
}

async function violations(page: Page, { only, except = [] }: Rules): Promise<string[]> {
  // Not as an element of the page: its policy would not let it run.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    rules: {
      'target-size': { enabled: true },
      ...Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
    },
    ...(only && { runOnly: [...only] }),
  };
  const results = await page.evaluate((given) => window.axe.run(document, given), options);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** What stands out over the right edge, if the page can be scrolled to it. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return wide.map(({ tagName, id, className }) => `${tagName}#${id}.${className}`);
  });
}

declare global {
  interface Window {
    readonly axe: { run(context: Document, options: axe.RunOptions): Promise<axe.AxeResults> };
  }
}
