import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeCode, changeProfile, showPortal } from '../../functions/portal/profile.ts';
import type { Viewer } from '../../functions/requests/viewer.ts';
import { handle } from '../../lib/app/handle.ts';
import { bookingOf } from '../../lib/app/links.ts';
import { changeCompany } from '../../lib/app/people/companies.ts';
import { ruleOnCompany } from '../../lib/app/standing/rule-on-company.ts';
import { levels } from '../../lib/domain/people/level.ts';
import { may } from '../../lib/domain/people/permissions.ts';
import { refusalOf } from '../app/acting.ts';
import { staffActor } from '../app/people/people-world.ts';
import { makePortalWorld, type PortalWorld } from '../http/portal-world.ts';
import { type Engine, openEngine, START } from '../world.ts';

let engine: Engine;
let world: PortalWorld;
let primary: Viewer;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makePortalWorld(engine);
  primary = await world.signedIn('primary');
});

const show = (viewer: Viewer, query = '') => world.page(showPortal, viewer, query);
const stop = (viewer: Viewer) => world.page(changeProfile, viewer, '', { newsletters: 'stop' });
const replace = (replaced: string) => world.page(changeCode, primary, '', { replaced });

describe('the profile page', () => {
  it.each(levels)('of %s tells who it is, the code, and leads where the account may go', async (level) => {
    const viewer = level === 'primary' ? primary : await world.signedIn(level);
    const { status, text, html } = await show(viewer);
    expect(status).toBe(200);
    for (const told of [viewer.person.email, 'Example Crates', 'DEMO-2026', 'until Friday, 31 December 2027'])
      expect(text).toContain(told);
    expect(html.includes('href="/portal/people"')).toBe(may(level, 'see-people'));
    expect(html.includes('action="/portal/code"')).toBe(may(level, 'rotate-company-code'));
  });

  it('sends the token of the session with every form, and signs out by a form too', async () => {
    const { html } = await show(primary);
    const forms = [...html.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)".*?<\/form>/gsu)];
    expect(forms.map(([, action]) => action)).toEqual(['/sign-out', '/portal/code', '/portal']);
    for (const [form] of forms) expect(form).toContain('name="csrf" value="the token of the session"');
  });

  it('keeps the language that was asked for, in forms and links', async () => {
    const { html } = await show(primary, 'lang=de');
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('action="/portal/code?lang=de"');
    expect(html).toContain('href="/portal/bookings?lang=de"');
    const sent = await world.page(changeProfile, primary, 'lang=de', { newsletters: 'stop' });
    expect(sent.location).toBe('/portal?lang=de&done=newsletters');
  });

  it('is not to be kept, framed or indexed', async () => {
    expect((await show(primary)).headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('shows a name that holds markup as it is', async () => {
    const person = { ...primary.person, name: '<b>Eve</b>\u202e' };
    const before = world.people.deps.people;
    const people = { ...before, person: () => Promise.resolve(person) };
    Object.assign(world.people.deps, { people });
    expect((await show(primary)).html).toContain('&lt;b>Eve&lt;/b>');
  });

  it('says that the plan has ended, and that the code is of no use for now', async () => {
    await changeCompany(world.deps.people, staffActor, 'crates', { planUntil: '2026-11-22' });
    const { text, html } = await show(primary);
    expect(text).toContain('The maintenance plan ended on Sunday, 22 November 2026');
    expect(text).toContain('ended on Sunday, 22 November 2026');
    expect(html).not.toContain('company=DEMO-2026');
  });
});

describe('a company with one Primary', () => {
  const nudge = 'Example Crates should have more than one Primary';

  it('is told so, to those who may ask for accounts; who can name another is led there', async () => {
    expect((await show(primary)).text).toContain(nudge);
    expect((await show(primary)).text).toContain('Name another Primary');
    const manager = await show(await world.signedIn('manager'));
    expect(manager.text).toContain(nudge);
    expect(manager.text).not.toContain('Name another Primary');
    expect((await show(await world.signedIn('basic'))).text).not.toContain(nudge);
  });

  it('is not told any more when there are two', async () => {
    await world.signedIn('primary', { email: 'second@crates.example' });
    expect((await show(primary)).text).not.toContain(nudge);
  });
});

describe('newsletters', () => {
  it('are stopped by one press, after the warning that update notices stop too', async () => {
    const basic = await world.signedIn('basic');
    expect((await show(basic)).text).toContain('notices of software updates stop too');
    expect(await stop(basic)).toMatchObject({ status: 303, location: '/portal?done=newsletters' });
    const { text } = await show(basic, 'done=newsletters');
    expect(text).toContain('Your choice is saved');
    expect(text).toContain('You get no newsletters and no notices of software updates.');
    await world.page(changeProfile, basic, '', { newsletters: 'start' });
    expect((await world.again(basic)).person).toMatchObject({ newsletters: true });
  });

  it('are said to come to IT as update notices alone', async () => {
    const { text } = await show(await world.signedIn('it-support'));
    expect(text).toContain('You get notices of software updates.');
    expect(text).not.toContain('newsletters with training hints');
  });

  it('come with a hint where the account is the company’s last that gets them, before and after', async () => {
    const last = 'Yours is the last account of Example Crates that gets newsletters.';
    const basic = await world.signedIn('basic');
    expect((await show(basic)).text).not.toContain(last);
    await stop(primary);
    expect((await show(basic)).text).toContain(last);
    expect((await show(primary)).text).not.toContain(last);
    await stop(basic);
    expect((await show(basic)).text).toContain('No account of Example Crates gets newsletters now.');
  });
});

describe('the code', () => {
  it('is replaced by one press, after what that does; two presses replace it once', async () => {
    const before = await show(primary);
    expect(before.text).toContain('The old one works for 14 more days, until Monday, 7 December 2026, 10:00');
    expect(await replace('DEMO-2026')).toMatchObject({ status: 303, location: '/portal?done=code' });
    const company = await world.deps.people.people.company('crates');
    const { text, html } = await show(primary, 'done=code');
    expect(html).toContain(`name="replaced" value="${company?.code}"`);
    expect(text).toContain('This is the new code');
    expect(text).toContain('DEMO-2026 until Monday, 7 December 2026, 10:00');
    await replace('DEMO-2026');
    expect(await world.deps.people.people.company('crates')).toEqual(company);
  });

  it('can’t be replaced without end, and the page says from when on it can', async () => {
    let last: Awaited<ReturnType<typeof replace>> | undefined;
    for (let times = 0; times <= 10; times++) {
      last = await replace((await world.deps.people.people.company('crates'))?.code ?? '');
    }
    expect(last?.status).toBe(429);
    expect(last?.text).toContain('The next new code can be made from Monday, 7 December 2026, 10:00');
  });

  it('is not replaced by whoever may not', async () => {
    const manager = await world.signedIn('manager');
    const refusal = await refusalOf(world.page(changeCode, manager, '', { replaced: 'DEMO-2026' }));
    expect(refusal.code).toBe('not-allowed');
  });
});

it.each([
  [changeProfile, {}],
  [changeProfile, { newsletters: 'maybe' }],
  [changeProfile, { newsletters: 'stop', person: 'per_other' }],
  [changeCode, {}],
  [changeCode, { replaced: 'x'.repeat(41) }],
])('a form that this page does not send is refused', async (handler, fields: Record<string, string>) => {
  expect((await refusalOf(world.page(handler, primary, '', fields))).code).toBe('invalid-input');
});

describe('where somebody stands', () => {
  const DAY = 86_400_000;
  const ruled = { until: START + 30 * DAY, reason: 'Too many <changes>' };

  it('is told to who has nothing against them', async () => {
    const { text } = await show(primary);
    expect(text).toContain(
      'Where you stand You can book free sessions. No missed session counts against you.',
    );
    expect(text).toContain('2 missed sessions within 6 months block free sessions for 60 days.');
  });

  it('is told with the sessions that count, until when, and the way to contest each', async () => {
    const basic = await world.signedIn('basic');
    const { id } = await world.miss(basic, START);
    const { text, html } = await show(basic);
    expect(text).toContain(
      'One missed session counts against you: Tuesday, 24 November 2026: nobody joined. It counts until Monday, 24 May 2027. Contest it',
    );
    const token = /href="\/manage\/([\w.-]+)#contest"/u.exec(html)?.[1] ?? '';
    expect(await bookingOf(world.deps, token, ['manage'])).toBe(id);
    await handle(world.deps, id, { type: 'contest', text: 'I was there' });
    expect((await show(basic)).text).toContain('You have contested it. We read it and decide.');
  });

  it('is told to who is blocked: until when, for what, and the ways out', async () => {
    const basic = await world.signedIn('basic');
    await world.miss(basic, START);
    await world.miss(basic, START + DAY);
    const { text } = await show(basic);
    for (const told of [
      'Free sessions are blocked for you until Sunday, 24 January 2027, 10:00',
      'It follows from these sessions that were missed:',
      'Pay the reinstatement fee of US$100.00',
      'Wait until then.',
    ])
      expect(text).toContain(told);
    expect(text).not.toContain('You can book free sessions.');
    expect((await show(basic, 'lang=de')).text).toContain(
      'Kostenlose Termine sind für Sie gesperrt bis Sonntag',
    );
  });

  it('is told to everybody of a company that something was decided on, and the reason as it was written', async () => {
    await ruleOnCompany(world.deps, staffActor, 'crates', { ...ruled, decision: 'approval' });
    for (const viewer of [primary, await world.signedIn('basic')]) {
      const { text, html } = await show(viewer);
      expect(text).toContain(
        'Free sessions of Example Crates need approval until Thursday, 24 December 2026',
      );
      expect(html).toContain('Too many &lt;changes>');
    }
  });

  it('of the company is told to those who may see its people: strikes, by whom and for what, and decisions', async () => {
    const basic = await world.signedIn('basic');
    await world.miss(basic, START);
    await world.miss(basic, START + DAY);
    await ruleOnCompany(world.deps, staffActor, 'crates', {
      decision: 'nothing',
      reason: 'They moved offices',
    });
    for (const level of levels) {
      const viewer = level === 'primary' ? primary : level === 'basic' ? basic : await world.signedIn(level);
      const { text } = await show(viewer);
      expect(text.includes('Where Example Crates stands')).toBe(may(level, 'see-people'));
      expect(text.includes('They moved offices')).toBe(may(level, 'see-people'));
    }
    expect((await show(primary)).text).toContain(
      `Wednesday, 25 November 2026: ${basic.person.email}. For the sessions missed on Tuesday, 24 November 2026 and Wednesday, 25 November 2026.`,
    );
  });
});
