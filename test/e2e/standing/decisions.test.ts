import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booked, type Reply, Showup } from '../showup.ts';
import { open, press } from '../visitor.ts';
import { Desk, lateNotice, mailTo, missed } from './desk.ts';

const support = 'support@example.com';
const who = { email: 'late@example.com', mobile: '+15550100181' };

let showup: Showup;
let desk: Desk;

beforeAll(async () => {
  showup = await Showup.start();
  desk = new Desk(showup);
});
afterAll(() => showup.stop());

/** A wall-clock time in New York. */
function at(date: string, time = '10:00'): string {
  return `2026-12-${date}T${time}:00-05:00`;
}

/** Books, and resolves once everybody has heard of it. */
async function request(start: string, email = who.email): Promise<Reply['body']> {
  const { status, body } = await showup.tryToBook({ start, email });
  await showup.settle();
  return { ...body, answered: status };
}

function tokenOf({ manageUrl }: { manageUrl: string }): string {
  return new URL(manageUrl).pathname.split('/').at(-1) ?? '';
}

async function queued(queue: string): Promise<string[]> {
  const { json } = await desk.get(`/queues/${queue}`);
  return json.items.map(({ booking, company }: { booking?: Booked; company?: { company: string } }) =>
    booking === undefined ? company?.company : booking.id,
  );
}

describe('after three late notices', () => {
  it('a booking needs approval: it is pending, and both sides are mailed', async () => {
    await lateNotice(showup, who, at('01'));
    await lateNotice(showup, who, at('01', '14:00'));
    await desk.ruleOn(who.email, { decision: 'payment' });
    await lateNotice(showup, who, at('02'));
    await desk.ruleOn(who.email, { decision: 'payment' });
    const pending = await request(at('04'));
    expect(pending).toMatchObject({
      answered: 202,
      status: 'pending',
      // Four working hours before ten o'clock: the last half hour of the day and before.
      approval: { because: 'late-notices', decideBy: '2026-12-03T20:00:00.000Z' },
    });
    expect(await queued('approvals')).toEqual([pending.id]);
    expect((await mailTo(showup, who.email, /./u)).text).toMatch(/approv/u);
    expect((await mailTo(showup, support, /^To approve by /u)).text).toContain('late@example.com');
    const timers = (await showup.timers()).filter(({ name }) => name.startsWith(pending.id));
    expect(timers).toEqual([expect.objectContaining({ at: '2026-12-03T20:00:00.000Z' })]);
    const approved = await desk.post(`/bookings/${pending.id}/approve`, { reason: 'Spoke with her' });
    expect(approved.json.status).toBe('confirmed');
    const mail = await mailTo(showup, who.email, /./u);
    expect(mail.attachments.map(({ contentType }) => contentType).join()).toMatch(/REQUEST/u);
    expect(await queued('approvals')).toEqual([]);
    const again = await desk.tryTo(`/bookings/${pending.id}/decline`, { reason: 'No' });
    expect(again.json.code).toBe('not-pending');
    await showup.post(`/v1/manage/${tokenOf(pending)}/cancel`, {});
  });

  it('staff decline with a reason that the attendee is told, and the time is free again', async () => {
    const pending = await request(at('07'));
    await desk.post(`/bookings/${pending.id}/decline`, { reason: 'Please call us first' });
    expect(await showup.booking(tokenOf(pending))).toMatchObject({
      status: 'cancelled',
      cancelled: { by: 'staff', reason: 'Please call us first' },
    });
    expect((await mailTo(showup, who.email, /./u)).text).toContain('Please call us first');
    expect((await showup.tryToBook({ start: at('07'), email: 'other@example.com' })).status).toBe(201);
  });

  it('a request that nobody decides ends by itself, and the attendee hears of it', async () => {
    const pending = await request(at('03', '16:30'));
    expect(pending.approval.decideBy).toBe('2026-12-03T17:30:00.000Z');
    await showup.clockTo('2026-12-03T17:29:00Z');
    expect((await showup.booking(tokenOf(pending))).status).toBe('pending');
    await showup.clockTo('2026-12-03T17:31:00Z');
    expect(await showup.booking(tokenOf(pending))).toMatchObject({
      status: 'cancelled',
      cancelled: { by: 'showup' },
    });
    const { at: sent } = await mailTo(showup, who.email, /./u);
    expect(sent.slice(0, 16)).toBe('2026-12-03T17:30');
    const late = await desk.tryTo(`/bookings/${pending.id}/approve`);
    expect(late.json.code).toBe('not-pending');
  });

  it('a session that starts too soon for a decision is refused', async () => {
    const refused = await request(at('03', '15:00'));
    expect(refused).toMatchObject({ answered: 403, code: 'approval-required' });
  });
});

describe('a contested no-show', () => {
  const ada = 'ada@contests.example';
  let first: Booked;

  it('reaches our staff by the form of its page; rejected, the reason is mailed, and it counts', async () => {
    first = await missed(showup, ada, at('04', '15:00'));
    const sent = await press(await open(first.manageUrl), 'Send it to us', {
      text: 'My power was out, the whole street was dark',
    });
    expect(sent.status).toBe(200);
    await showup.settle();
    expect(await queued('contests')).toEqual([first.id]);
    const asked = await mailTo(showup, support, /^No-show contested: /u);
    expect(asked.text).toContain('the whole street was dark');
    await desk.post(`/bookings/${first.id}/contest`, { reason: 'The street had power' });
    expect((await mailTo(showup, ada, /./u)).text).toContain('The street had power');
    expect(await queued('contests')).toEqual([]);
    const again = await showup.post(`/v1/manage/${first.token}/contest`, { text: 'It really was' });
    expect(again.status).toBe(409);
    expect((await desk.standingOf(ada)).noShows).toHaveLength(1);
  });

  it('that is excused takes the block with it, at once', async () => {
    const second = await missed(showup, ada, at('07', '12:00'));
    expect((await desk.standingOf(ada)).block.until).toBe('2027-02-05T17:00:00.000Z');
    const contest = { text: 'I was in hospital' };
    expect((await showup.post(`/v1/manage/${second.token}/contest`, contest)).status).toBe(200);
    expect((await showup.post(`/v1/manage/${second.token}/contest`, contest)).status).toBe(200);
    expect(await queued('contests')).toEqual([second.id]);
    await desk.post(`/bookings/${second.id}/excuse`, { reason: 'Seen the papers' });
    expect(await desk.standingOf(ada)).not.toHaveProperty('block');
    expect(await queued('contests')).toEqual([]);
    expect((await showup.tryToBook({ email: ada, start: at('10', '12:00') })).status).toBe(201);
  });
});

describe('a company whose people give back sessions on their own date', () => {
  it('is to be reviewed once there are more than three within 30 days', async () => {
    const times = ['12:00', '13:00', '14:00', '15:00'];
    const booked: Booked[] = [];
    for (const [index, time] of times.entries()) {
      booked.push(await showup.book({ email: `same${index}@example.com`, start: at('08', time) }));
    }
    await showup.clockTo(at('08', '07:00'));
    for (const [index, { token }] of booked.entries()) {
      expect(await queued('reviews')).toEqual([]);
      const change =
        index === 0
          ? showup.post(`/v1/manage/${token}/reschedule`, { start: at('15', '12:00') })
          : showup.post(`/v1/manage/${token}/cancel`, {});
      expect((await change).status).toBe(200);
      await showup.settle();
    }
    expect(await queued('reviews')).toEqual(['example-crates']);
    const { review } = await desk.companyStanding();
    expect(review.changes).toHaveLength(4);
    expect((await mailTo(showup, support, /^To review: /u)).text).toContain('Example Crates');
  });

  it('goes on as before until a person decides, here for a block, which stops everybody', async () => {
    const email = 'anybody@example.com';
    expect((await showup.tryToBook({ email, start: at('16') })).status).toBe(201);
    const { seen } = await desk.companyStanding();
    const ruling = { decision: 'block', until: '2026-12-18T17:00:00Z', reason: 'Calls went unanswered' };
    const ruled = await desk.post('/companies/example-crates/standing', { ...ruling, seen });
    expect(ruled.json).not.toHaveProperty('review');
    expect(await queued('reviews')).toEqual([]);
    const refused = await showup.tryToBook({ email, start: at('17') });
    expect(refused).toMatchObject({
      status: 403,
      body: {
        code: 'company-blocked',
        blockedUntil: '2026-12-18T17:00:00.000Z',
        reason: 'Calls went unanswered',
      },
    });
    const paid = await showup.tryToBook({ email, start: at('17'), extra: { companyCode: undefined } });
    expect(paid.body.code).toBe('payment-required');
    const { text } = await mailTo(showup, 'primary@example.com', /./u);
    expect(text).toContain('Calls went unanswered');
    const other = { decision: 'nothing', reason: 'All is well', seen };
    const stale = await desk.tryTo('/companies/example-crates/standing', other);
    expect(stale.json.code).toBe('changed-meanwhile');
  });

  it('can need approval instead, and then nothing any more', async () => {
    const ruling = { decision: 'approval', until: '2026-12-31T17:00:00Z', reason: 'For a while' };
    await desk.post('/companies/example-crates/standing', ruling);
    const pending = await request(at('17', '11:00'), 'anybody@example.com');
    expect(pending).toMatchObject({ answered: 202, approval: { because: 'company' } });
    await desk.post('/companies/example-crates/standing', { decision: 'nothing', reason: 'All is well' });
    expect((await request(at('17', '13:00'), 'anybody@example.com')).answered).toBe(201);
  });
});
