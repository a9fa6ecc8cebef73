import { demoPassword } from '../local/demo-passwords.ts';
import { Browser, refresh } from './browser.ts';
import type { Deeds } from './deeds.ts';
import type { Scene } from './scene.ts';
import type { Act, NewPassword } from './script.ts';

/** What people do by the site's own pages for signing in, with a browser's cookies. */
export const signInDeeds: Deeds<'sign-in' | 'new-password'> = {
  'sign-in': async (scene, act) => {
    const { password, cancels, leaves = false } = act;
    const { email, account } = scene.person(act.who);
    const browser = new Browser(scene);
    const known = scene.passwords.get(act.who) ?? demoPassword;
    await browser.submit('/sign-in', { email, password: password === 'right' ? known : wrong });
    if (!browser.isSignedIn) return browser.outcome();
    const own = account === 'staff' ? '/desk/companies' : '/portal';
    await browser.get(own);
    const made = cancels === undefined ? undefined : scene.bookings.get(cancels);
    if (made !== undefined) await browser.post(`/v1/portal/bookings/${made.id}/cancel`, {});
    if (leaves) await leave(browser, own);
    return { ...browser.outcome(), ...(made === undefined ? {} : { bookingId: made.id }) };
  },
  'new-password': async (scene, act) => {
    const browser = new Browser(scene);
    const { email } = scene.person(act.who);
    const asked = await browser.submit('/forgot', { email });
    await scene.cloud.clock.settle();
    const link = asked ? await linkFor(scene, email) : undefined;
    if (link === undefined) return { ...browser.outcome(), skipped: 'no link came' };
    await changeBy(link, scene, act, browser);
    return browser.outcome();
  },
};

const wrong = 'not-Their-Own-1';

/** Sets another password; then the one before and the new one are tried, in browsers of their own. */
async function changeBy(
  link: string,
  scene: Scene,
  { who, id }: Act & NewPassword,
  browser: Browser,
): Promise<void> {
  const [before, after] = [scene.passwords.get(who) ?? demoPassword, `showup-New-${id}`];
  const set = await browser.submit(link, { password: after });
  // What was answered with a failure to the last may be done, or not.
  if (!set) return;
  scene.passwords.set(who, after);
  const { email } = scene.person(who);
  for (const password of [before, after]) {
    const other = new Browser(scene);
    await other.submit('/sign-in', { email, password });
    browser.answers.push(...other.answers);
  }
}

/** Signs out, and comes back with what the browser still had of the session that renews it. */
async function leave(browser: Browser, own: string): Promise<void> {
  const held = browser.cookies.get(refresh);
  await browser.submit('/sign-out', {});
  if (held === undefined) return;
  browser.cookies.clear();
  browser.cookies.set(refresh, held);
  await browser.get(own);
}

/** The path of the link that sets a password, in the latest mail that has one. */
async function linkFor(scene: Scene, email: string): Promise<string | undefined> {
  const path = `/mailbox?to=${encodeURIComponent(email)}`;
  const mails = (await scene.ask({ method: 'GET', console: true, path })).at(-1)?.body ?? [];
  const texts = (mails as readonly { readonly text: string }[]).map(({ text }) => text).join('\n');
  return [...texts.matchAll(/\/password\/[\w.-]+/gu)].at(-1)?.[0].replace(/\.$/u, '');
}
