import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { Showup } from '../e2e/showup.ts';
import { TestBrowser } from './browser.ts';

/** What a test file drives: set once its tests run. */
export interface Running {
  showup: Showup;
  browser: TestBrowser;
}

/** A Showup and a browser of the file's own. After every test its visits end, and must have kept the rules. */
export function running(): Running {
  const parts = {} as Running;
  beforeAll(async () => {
    [parts.showup, parts.browser] = await Promise.all([Showup.start(), TestBrowser.launch()]);
  });
  afterEach(async () => expect(await parts.browser.endVisits()).toEqual([]));
  afterAll(async () => {
    await parts.browser?.close();
    await parts.showup?.stop();
  });
  return parts;
}
