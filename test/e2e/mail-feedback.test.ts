import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutesAfter, Showup } from './showup.ts';
import { Desk } from './standing/desk.ts';
import { open } from './visitor.ts';

let showup: Showup;
let desk: Desk;
beforeAll(async () => {
  showup = await Showup.start();
  desk = new Desk(showup);
});
afterAll(() => showup.stop());

async function atDesk(id: string) {
  return (await desk.get(`/bookings/${id}`)).json;
}

/** The statuses of delivery of a booking's mails, as the evidence has them. */
async function fates(id: string): Promise<string[][]> {
  const { messages } = (await desk.get(`/bookings/${id}/evidence`)).json;
  return messages
    .filter(({ channel }: { channel: string }) => channel === 'mail')
    .map(({ delivery }: { delivery: object }) => Object.keys(delivery));
}

describe('a mail that arrives', () => {
  it('is shown so in the evidence, and marks nothing', async () => {
    const email = 'success+arrives@simulator.amazonses.com';
    const { id } = await showup.book({ email, start: '2026-12-02T14:00:00Z' });
    expect(await fates(id)).toEqual([['delivered']]);
    expect(await atDesk(id)).not.toHaveProperty('mailLost');
  });
});

describe('a confirmation that comes back', () => {
  const email = 'bounce+typo@simulator.amazonses.com';
  const mobile = '+15550100081';

  it('is marked on the booking, told by text once, and shown to staff and to who holds the link', async () => {
    const { id, token, joinUrl } = await showup.book({ email, mobile, start: '2026-12-02T16:00:00Z' });
    expect(await atDesk(id)).toMatchObject({ mailLost: { reason: 'bounced' } });
    expect(await fates(id)).toEqual([['bounced']]);
    const texts = await showup.textsTo(mobile);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('came back');
    expect(texts[0]).toContain(joinUrl);
    expect((await desk.page(`/desk?date=2026-12-02`)).text).toContain('mail comes back');
    expect((await desk.page(`/desk/bookings/${id}`)).text).toContain('Mail to them comes back');
    expect((await open(`${showup.site}/manage/${token}`)).text).toContain('Our mail to you comes back');
  });

  it('is known of a later booking before its mail comes back', async () => {
    const { id, token } = await showup.book({ email, start: '2026-12-09T16:00:00Z' });
    expect(await atDesk(id)).toMatchObject({ mailLost: { reason: 'bounced' } });
    expect((await open(`${showup.site}/booked/${token}`)).text).toContain('Our mail to you comes back');
    expect(await showup.textsTo(mobile)).toHaveLength(1);
  });
});

describe('a mailbox that stops working, and works again', () => {
  const email = 'full@example.com';
  const lastMail = async (): Promise<string> => (await showup.subjects(email)).at(-1) ?? '';

  it('is mailed again once staff say so, and then nothing is marked', async () => {
    const { id, token } = await showup.book({ email, start: '2026-12-03T16:00:00Z' });
    await showup.misbehave({ mailbox: { address: email, state: 'bounces' } });
    await showup.post(`/v1/manage/${token}/reschedule`, { start: '2026-12-04T16:00:00Z' });
    await showup.settle();
    expect(await atDesk(id)).toMatchObject({ mailLost: { reason: 'bounced' } });
    await showup.misbehave({ mailbox: { address: email, state: 'works' } });
    await showup.post(`/v1/manage/${token}/reschedule`, { start: '2026-12-10T16:00:00Z' });
    await showup.settle();
    expect(await atDesk(id)).toMatchObject({ mailLost: { reason: 'bounced' } });

    const told = await desk.post(`/people/${email}/mail`, { reason: 'The mailbox was full' });
    expect(told.json).not.toHaveProperty('lost');
    expect(told.json.notes).toMatchObject([
      { what: 'bounced', address: email },
      { what: 'allowed', reason: 'The mailbox was full' },
    ]);
    expect(await atDesk(id)).not.toHaveProperty('mailLost');
    await showup.post(`/v1/manage/${token}/cancel`, {});
    await showup.settle();
    expect(await lastMail()).toMatch(/cancelled/iu);
    expect((await fates(id)).at(-1)).toEqual(['delivered']);
  });
});

describe('a complaint', () => {
  const email = 'annoyed+work@example.com';
  const mobile = '+15550100082';

  it('stops mail, and neither the booking nor texts', async () => {
    await showup.misbehave({ mailbox: { address: email, state: 'complains' } });
    const { id, token } = await showup.book({ email, mobile, start: '2026-12-07T16:00:00Z' });
    expect(await atDesk(id)).toMatchObject({ mailLost: { reason: 'complained' }, status: 'confirmed' });
    await showup.clockTo(minutesAfter('2026-12-07T16:00:00Z', -110));
    expect(await showup.subjects(email)).toHaveLength(1);
    expect((await open(`${showup.site}/manage/${token}`)).text).toContain('Mail to you is off');
    const german = await open(`${showup.site}/manage/${token}?lang=de`);
    expect(german.text).toMatch(/Sie bekommen keine E.Mails von uns/u);
    const { messages } = (await desk.get(`/bookings/${id}/evidence`)).json;
    expect(messages).toContainEqual(expect.objectContaining({ kind: 'reminder', withheld: 'complained' }));
    await showup.clockTo(minutesAfter('2026-12-07T16:00:00Z', 6));
    expect(await showup.textsTo(mobile)).toHaveLength(1);
  });

  it('holds for whoever books with the address again, from the first page on', async () => {
    const { id, token } = await showup.book({ email, start: '2026-12-08T16:00:00Z' });
    expect((await open(`${showup.site}/booked/${token}`)).text).toContain('Mail to you is off');
    expect(await atDesk(id)).toMatchObject({ mailLost: { reason: 'complained' } });
    expect(await showup.subjects(email)).toHaveLength(1);
  });

  it('is taken back by staff on the page of the person, with who and why', async () => {
    const person = `/desk/people/${encodeURIComponent('annoyed@example.com')}`;
    expect((await desk.page(person)).text).toContain('Nothing more is mailed to them');
    await showup.misbehave({ mailbox: { address: email, state: 'works' } });
    const pressed = await desk.press(person, {
      action: 'mail',
      reason: 'It was a slip',
      company: '',
      seen: '0',
    });
    expect(pressed.status).toBe(303);
    await showup.settle();
    expect((await desk.page(person)).text).toMatch(/let mail go there again on .*: It was a slip/u);
    const { id } = await showup.book({ email, start: '2026-12-14T16:00:00Z' });
    expect(await showup.subjects(email)).toHaveLength(2);
    expect(await fates(id)).toEqual([['delivered']]);
    expect(await atDesk(id)).not.toHaveProperty('mailLost');
  });
});
