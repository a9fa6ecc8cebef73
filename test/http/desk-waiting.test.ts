import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideWaiting, showWaiting } from '../../functions/desk/pages/waiting.ts';
import { handle } from '../../lib/app/handle.ts';
import { lookAtCompany } from '../../lib/app/look-at-company.ts';
import { inviteStaffAccount } from '../../lib/app/people/invite-account.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { book } from '../app/acting.ts';
import { operator } from '../app/people/people-world.ts';
import { attendee, DAY, HOUR, MINUTE, missed } from '../app/standing/standing-world.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { deskPageOf, hiddenField, type PageAnswer } from './desk-page-world.ts';
import { ask, depsOf } from './desk-world.ts';

const COMPANY = 'example-crates';

let engine: Engine;
let world: World;
let kim: string;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  const { people } = depsOf(world);
  ({ id: kim } = await inviteStaffAccount(people, operator, {
    name: 'Kim Lee',
    email: 'kim@showup.example',
  }));
});

const show = (query = '') => deskPageOf(world, showWaiting, { query });
const decide = (fields: Record<string, string>, as = 'per_robin') =>
  deskPageOf(world, decideWaiting, { form: fields, as });
const booked = async (id: string) => (await world.deps.table.booking(id)) as Booking;

async function pending(email = 'ada@example.com', start = START + 7 * DAY): Promise<Booking> {
  const until = new Date(NOW + 90 * DAY).toISOString();
  const body = { decision: 'approval', until, reason: 'Too many changes' };
  await ask(world, 'ruleOnCompany', { path: { companyId: COMPANY }, body });
  return book(world.deps, { start, attendee: attendee(email) });
}

async function contested(start = START, email = 'ada@example.com'): Promise<Booking> {
  const { id } = await missed(world, start, email);
  world.clock.now += MINUTE;
  return handle(world.deps, id, { type: 'contest', text: 'I was there.\nAs "laptop".' });
}

/** Four sessions of different people, given back on their own day. */
async function reviewed(): Promise<void> {
  for (const hours of [0, 1, 2, 3]) {
    world.clock.now = START - 3 * DAY;
    const at = { start: START + hours * HOUR, attendee: attendee(`p${hours}@example.com`) };
    const { id } = await book(world.deps, at);
    world.clock.now = START - 80 * MINUTE + hours;
    await handle(world.deps, id, { type: 'cancel', by: 'link', stamp: world.clock.now });
  }
  await lookAtCompany(world.deps, COMPANY, MINUTE);
}

describe('what waits for a decision', () => {
  it('is nothing where nothing does', async () => {
    const { status, text } = await show();
    expect(status).toBe(200);
    expect(text).toContain('No booking waits for approval. Contests No no-show is contested.');
    expect(text).toContain('No company waits for a review.');
  });

  it('tells of an approval who, when, how long is left, why, and where they stand', async () => {
    const { id } = await pending();
    const { text, html } = await show();
    for (const told of [
      'Ada Park ada@example.com, Example Crates',
      'Since Mon 23 Nov, 10:00 EST',
      'Tue, 1 Dec 2026, 10:00 EST: Live session with Robin Hale',
      'Then it ends by itself.',
      'Needs approval because of a decision on the company.',
      'Free sessions of everybody at Example Crates need approval until',
      'Too many changes',
      'No missed session counts against them.',
      'It stands, with reminders and texts as usual. A mail tells ada@example.com.',
      'A mail tells ada@example.com the reason. It can’t be undone.',
    ])
      expect(text).toContain(told);
    expect(html).toContain(`href="/desk/people/ada%40example.com?company=${COMPANY}"`);
    expect(html).toContain(`href="/desk/bookings/${id}"`);
  });

  it('tells of a contest what was written, and the block and sessions that hang on it', async () => {
    const first = await missed(world);
    const { id } = await contested(START + DAY);
    const { text, html } = await show();
    for (const told of [
      'I was there. As "laptop".',
      'No-show: nobody joined.',
      '2 sessions were missed within 6 months.',
      'Excusing it ends the block until',
      'It goes on counting.',
    ])
      expect(text).toContain(told);
    for (const booking of [first.id, id])
      expect(html).toContain(`href="/v1/desk/bookings/${booking}/evidence?format=html`);
  });

  it('tells of a review every change, with who made it and when', async () => {
    await reviewed();
    const { text } = await show();
    expect(text).toContain('4 sessions were cancelled or moved on their own day. More than 3 within 30 days');
    for (const email of ['p0', 'p1', 'p2', 'p3'])
      expect(text).toContain(`${email}@example.com cancelled it on`);
    expect(text).toContain('Nobody of it was blocked so far.');
  });

  it('comes with what has waited longest first, ten at a time', async () => {
    const made: Booking[] = [];
    for (let index = 0; index < 11; index++) {
      made.push(
        await pending(
          `p${index}@example.com`,
          START + (7 + Math.floor(index / 4)) * DAY + (index % 4) * HOUR,
        ),
      );
      world.clock.now += MINUTE;
    }
    const ids = ({ html }: PageAnswer) =>
      [...html.matchAll(/<article[^>]*id="([^"]+)"/gu)].map(([, id]) => id);
    const first = await show();
    expect(ids(first)).toEqual(made.slice(0, 10).map(({ id }) => id));
    const next = /href="\/desk\/waiting\?(queue=approvals[^"]*)"/u.exec(first.html)?.[1] ?? '';
    const second = await show(next.replaceAll('&amp;', '&'));
    expect(ids(second)).toEqual([made[10]?.id]);
    expect(second.text).not.toContain('No no-show is contested.');
  });
});

describe('a decision', () => {
  it.each([
    ['approve', '', 'confirmed', 'Approved'],
    ['approve', 'Known for years', 'confirmed', 'Approved'],
    ['decline', 'Call us first', 'cancelled', 'Declined'],
  ])('to %s with the reason %j leaves the booking %s, and is told', async (action, reason, state, title) => {
    const { id } = await pending();
    const { status, location } = await decide({ action, about: id, seen: '1', reason });
    expect([status, location]).toEqual([303, `/desk/waiting?done=${action}&about=${id}`]);
    expect((await booked(id)).status).toBe(state);
    const { text } = await show(`done=${action}&about=${id}`);
    expect(text).toContain(`${title} Ada Park, Tue 1 Dec, 10:00 EST`);
    expect(text).toContain('No booking waits for approval.');
  });

  it('to excuse, or to leave it, ends a contest', async () => {
    const first = await contested();
    const second = await contested(START + DAY, 'bo@example.com');
    await decide({ action: 'excuse', about: first.id, seen: String(first.revision), reason: 'Saw them' });
    await decide({ action: 'reject-contest', about: second.id, seen: String(second.revision), reason: 'No' });
    expect((await booked(first.id)).outcome).toMatchObject({
      excused: { by: 'per_robin', reason: 'Saw them' },
    });
    expect((await booked(second.id)).outcome).toMatchObject({ contest: { rejected: { reason: 'No' } } });
    expect((await show()).text).toContain('No no-show is contested.');
  });

  it('on a company lasts until the end of its last day in our zone', async () => {
    await reviewed();
    const { location } = await decide({
      ...{ action: 'block', about: COMPANY, seen: '0' },
      ...{ reason: 'Too many', until: '2026-12-24' },
    });
    expect(location).toBe(`/desk/waiting?done=block&about=${COMPANY}`);
    const company = await world.deps.people.company(COMPANY);
    expect(company?.ruling).toMatchObject({
      ...{ decision: 'block', reason: 'Too many', until: Date.parse('2026-12-25T05:00:00Z') },
    });
    expect((await show('done=block&about=example-crates')).text).toContain(
      'The company is blocked Example Crates',
    );
  });

  it('that nothing follows closes a review', async () => {
    await reviewed();
    await decide({ action: 'nothing', about: COMPANY, seen: '0', reason: 'They moved offices' });
    expect((await show()).text).toContain('No company waits for a review.');
  });

  it('needs a reason, unless it approves: what was typed stays', async () => {
    const { id } = await pending();
    for (const [action, reason] of [
      ['decline', '  '],
      ['decline', 'x'.repeat(501)],
      ['approve', 'x'.repeat(501)],
    ] as const) {
      const { status, html, text } = await decide({ action, about: id, seen: '1', reason });
      expect([status, text.includes('Reason:')]).toEqual([422, true]);
      expect(html).toContain(`href="#field-reason-${id}"`);
      expect(html).toContain(`>${reason.trim() === '' ? '' : reason}`);
    }
    expect((await booked(id)).status).toBe('pending');
  });

  it.each(['', '2026-11-22', '2026-02-30', 'soon', '2099-01-01'])(
    'of a company needs an end from today on, not %j',
    async (until) => {
      await reviewed();
      const { status, text } = await decide({
        ...{ action: 'approval', about: COMPANY, seen: '0', reason: 'Too many', until },
      });
      expect([status, text.includes('Last day: a date from today on')]).toEqual([422, true]);
    },
  );

  it('by a second one is told what the first decided, with who and why, and what they wrote is kept', async () => {
    const { id } = await pending();
    await decide({ action: 'decline', about: id, seen: '1', reason: 'Call us first' }, kim);
    for (const [action, reason] of [
      ['approve', 'Known for years'],
      // Also where something is missing: there is nothing left to be filled in.
      ['decline', ''],
    ] as const) {
      const { status, text } = await decide({ action, about: id, seen: '1', reason });
      expect(status).toBe(409);
      expect(text).toContain('It has changed since you looked');
      expect(text).toContain('Kim Lee');
      expect(text).toContain('Call us first');
      expect(text).toContain(reason);
    }
    expect((await booked(id)).status).toBe('cancelled');
  });

  it('on a company by a second one is told so too', async () => {
    await reviewed();
    await decide({ action: 'nothing', about: COMPANY, seen: '0', reason: 'They moved' }, kim);
    const late = { action: 'block', about: COMPANY, seen: '0', reason: 'No', until: '2026-12-24' };
    const { status, text } = await decide(late);
    expect(status).toBe(409);
    expect(text).toContain('Kim Lee: They moved');
    expect((await world.deps.people.company(COMPANY))?.ruling?.decision).toBe('nothing');
  });

  it('pressed twice by the same person is made once', async () => {
    const { id } = await pending();
    await decide({ action: 'approve', about: id, seen: '1' });
    const { status } = await decide({ action: 'approve', about: id, seen: '1' });
    expect([status, (await booked(id)).revision]).toEqual([303, 2]);
  });

  it('that comes too late is told why nothing was done', async () => {
    const { id, approval, version } = await pending();
    world.clock.now = approval?.decideBy ?? 0;
    await handle(world.deps, id, { type: 'due', kind: 'expire', version });
    const { status, text } = await decide({ action: 'approve', about: id, seen: '1' });
    expect(status).toBe(409);
    expect(text).toContain('It has changed since you looked');
  });

  it.each(['bkg_none', `bkg_${'0'.repeat(25)}x`, 'x'])(
    'on %j, which there is not, is told',
    async (about) => {
      const { status, text } = await decide({ action: 'approve', about, seen: '1' });
      expect([status, text.includes('Nothing was changed')]).toEqual([404, true]);
    },
  );

  it('carries what was seen of it in its form', async () => {
    const { id } = await pending();
    const shown = await show();
    expect([hiddenField(shown, 'about'), hiddenField(shown, 'seen')]).toEqual([id, '1']);
  });
});

it('reads in German too, whatever waits', async () => {
  await contested(START);
  await reviewed();
  const { text } = await show('lang=de');
  expect(text).toContain('Wartet auf eine Entscheidung');
  expect(text).toContain('4 Termine wurden am selben Tag abgesagt oder verschoben.');
  expect(text).not.toMatch(/undefined|NaN/u);
});
