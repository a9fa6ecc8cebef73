import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../accounts/client.ts';
import { type Booked, Showup } from '../showup.ts';
import { open, press } from '../visitor.ts';
import { Desk, mailTo, missed } from './desk.ts';

const member = 'member@example.com';
const primary = 'primary@example.com';
const NO_SHOW = /^Recorded as a no-show: /u;
const STRIKE = /^A strike on Example Crates$/u;

let showup: Showup;
let desk: Desk;
const sessions: Booked[] = [];

beforeAll(async () => {
  showup = await Showup.start();
  desk = new Desk(showup);
});
afterAll(() => showup.stop());

/** Ten o'clock in New York. */
function ten(date: string): string {
  return `${date}T10:00:00-05:00`;
}

function tryToBook(date: string, email = member) {
  return showup.tryToBook({ email, start: ten(date) });
}

async function count(email: string, subject: RegExp): Promise<number> {
  return (await showup.subjects(email)).filter((one) => subject.test(one)).length;
}

describe('two no-shows within six months', () => {
  it('begin with one, whose mail says what counts, what follows and how to contest it', async () => {
    const first = await missed(showup, member, ten('2026-12-01'));
    sessions.push(first);
    const { text, html } = await mailTo(showup, member, NO_SHOW);
    expect(text).toMatch(/1 no-show within 6 months/u);
    expect(html).toContain(`${first.manageUrl}#contest`);
    expect(text).not.toContain('Blocked until');
    expect(await count(primary, STRIKE)).toBe(0);
  });

  it('block free sessions for 60 days: the mail says until when, why, and what it costs to end it', async () => {
    sessions.push(await missed(showup, member, ten('2026-12-02')));
    const { text } = await mailTo(showup, member, NO_SHOW);
    expect(text).toMatch(/Blocked until: .*31 January 2027, 10:00/u);
    expect(text).toContain('Tue 1 Dec, 10:00 EST');
    expect(text).toContain('Wed 2 Dec, 10:00 EST');
    expect(text).toContain('US$100.00');
  });

  it('are a strike on the company, and each Primary hears of it once', async () => {
    const { text } = await mailTo(showup, primary, STRIKE);
    expect(text).toContain('Ada Member');
    await showup.misbehave({ repeatEvents: true });
    expect(await count(primary, STRIKE)).toBe(1);
    expect(await count(member, NO_SHOW)).toBe(2);
    const { strikes } = await desk.companyStanding();
    expect(strikes).toMatchObject([{ email: member, missed: [{}, {}] }]);
  });

  it('refuse free sessions from then on, however the address is written, and tell why and the other way', async () => {
    for (const email of [member, 'MEMBER@Example.com', 'Member+two@example.com']) {
      const { status, body } = await tryToBook('2026-12-07', email);
      expect(status).toBe(403);
      expect(body).toMatchObject({
        code: 'free-session-blocked',
        blockedUntil: '2027-01-31T15:00:00.000Z',
        why: sessions.map(({ id, start }) => ({ booking: id, start, reason: 'absent' })),
        reinstatementFee: { amount: 100, currency: 'USD' },
        price: { amount: 140, currency: 'USD' },
        mailTo: 'support@example.com',
      });
    }
    expect((await tryToBook('2026-12-07', 'colleague@example.com')).status).toBe(201);
    await showup.settle();
  });

  it('refuse them on the page too, which says the same', async () => {
    const begun = await open(`${showup.site}/book?sessionType=live-60&company=DEMO-2026`);
    const time = await press(begun, /^\d\d:\d\d$/u);
    const refused = await press(time, 'Book this session', {
      ...{ name: 'Morgan Ito', email: 'MEMBER+x@example.com', companyCode: 'DEMO-2026' },
    });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('31 January 2027');
    expect(refused.text).toContain('2 December 2026');
  });

  it('are shown to the member where they stand, and to staff with everything that led to it', async () => {
    const portal = await Client.signedIn(showup, member);
    const page = await portal.get('/portal');
    expect(page.text).toContain('31 January 2027');
    const own = await portal.get('/v1/portal/standing');
    expect(own.json.person.block).toMatchObject({ until: '2027-01-31T15:00:00.000Z', because: 'no-shows' });
    const standing = await desk.standingOf(member);
    expect(standing.block.missed.map(({ booking }: { booking: string }) => booking)).toEqual(
      sessions.map(({ id }) => id),
    );
    expect(standing.why[0]).toMatchObject({ code: 'blocked-by-no-shows' });
  });
});

describe('a block', () => {
  it('is gone at once with an excused no-show, and so is the strike, which the Primary hears', async () => {
    await desk.post(`/bookings/${sessions[0]?.id}/excuse`, { reason: 'Power cut' });
    expect(await desk.standingOf(member)).not.toHaveProperty('block');
    expect((await desk.companyStanding()).strikes).toEqual([]);
    expect(await count(primary, /^A strike on Example Crates is taken back$/u)).toBe(1);
    const { text } = await mailTo(showup, member, /^No-show excused: /u);
    expect(text).toMatch(/book free sessions/u);
    const { body } = await tryToBook('2026-12-07');
    expect(body).toMatchObject({ status: 'confirmed', free: true });
    await showup.post(`/v1${new URL(body.manageUrl).pathname}/cancel`, {});
  });

  it('begins anew with the next no-show, and ends with a payment, which the member hears', async () => {
    sessions.push(await missed(showup, member, ten('2026-12-03')));
    expect((await tryToBook('2026-12-08')).body).toMatchObject({
      code: 'free-session-blocked',
      blockedUntil: '2027-02-01T15:00:00.000Z',
    });
    const { json } = await desk.ruleOn(member, { decision: 'payment' });
    expect(json).not.toHaveProperty('block');
    expect(json.blocks.at(-1).endedBy).toMatchObject({
      decision: 'payment',
      fee: { amount: 100, currency: 'USD' },
    });
    expect((await mailTo(showup, member, /^Thank you for your payment$/u)).text).toContain('US$100.00');
  });

  it('of a further no-show ends by itself, to the minute, and the member is mailed once', async () => {
    sessions.push(await missed(showup, member, ten('2026-12-04')));
    expect((await tryToBook('2026-12-08')).body.blockedUntil).toBe('2027-02-02T15:00:00.000Z');
    await showup.clockTo('2027-02-02T14:59:00Z');
    const before = await tryToBook('2027-02-08');
    expect(before.body.code).toBe('free-session-blocked');
    await showup.clockTo('2027-02-02T15:10:00Z');
    expect(await count(member, /^You can book free sessions again$/u)).toBe(1);
    expect((await tryToBook('2027-02-08')).status).toBe(201);
    await showup.clockTo('2027-02-02T15:20:00Z');
    expect(await count(member, /^You can book free sessions again$/u)).toBe(1);
  });

  it('can be set and lifted by our staff, who say why', async () => {
    const email = 'rude@example.com';
    const set = await desk.ruleOn(email, { decision: 'block', until: '2027-04-01T16:00:00Z' });
    expect(set.json.block).toMatchObject({ because: 'staff', ruling: { reason: 'Agreed by telephone' } });
    expect((await tryToBook('2027-02-10', email)).body).toMatchObject({
      code: 'free-session-blocked',
      why: [],
    });
    expect((await mailTo(showup, email, /^Free sessions are blocked/u)).text).toContain(
      'Agreed by telephone',
    );
    await desk.ruleOn(email, { decision: 'lift' });
    expect((await tryToBook('2027-02-10', email)).status).toBe(201);
  });
});
