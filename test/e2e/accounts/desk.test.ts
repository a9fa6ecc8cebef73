import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booked, Showup } from '../showup.ts';
import { Client, DEMO_PASSWORD, tokenIn } from './client.ts';
import { newAccount, passwordPath } from './new-account.ts';

const MINUTE = 60_000;
let showup: Showup;
let staff: Client;
let csrf: string;
let days = 0;

beforeAll(async () => {
  showup = await Showup.start();
  staff = await Client.signedIn(showup, 'staff@example.com');
  csrf = await staff.csrf('/sign-in?leave=1');
});
afterAll(() => showup.stop());

/** Books ten o'clock of another working day each time, for an attendee of its own. */
async function book(email: string, mobile?: string): Promise<Booked> {
  const start = `2026-12-${String([2, 3, 4, 7, 8, 9, 10, 11][days++]).padStart(2, '0')}T10:00:00-05:00`;
  return showup.book({ email, start, ...(mobile && { mobile }) });
}

/** Some minutes after the start; staff sign in anew, since sessions end overnight. */
async function at({ start }: Booked, minute: number): Promise<void> {
  await showup.clockTo(Date.parse(start) + minute * MINUTE);
  staff = await Client.signedIn(showup, 'staff@example.com');
  csrf = await staff.csrf('/sign-in?leave=1');
}

function post(path: string, body: unknown = {}) {
  return staff.post(`/v1/desk${path}`, body, csrf);
}

async function find(query: Record<string, string>): Promise<string[]> {
  const { json } = await staff.get(`/v1/desk/bookings?${new URLSearchParams(query)}`);
  return json.bookings.map(({ id }: { id: string }) => id);
}

async function lastMail(to: string) {
  await showup.settle();
  return (await showup.mailbox(to)).at(-1);
}

describe('our staff', () => {
  it('find a booking by whatever is known of it', async () => {
    const mobile = '+12025550171';
    const { id, start, consultant } = await book('found@example.com', mobile);
    expect(await find({ id: id.slice(0, 20) })).toContain(id);
    expect(await find({ id })).toEqual([id]);
    expect(await find({ email: 'Found+desk@Example.com' })).toEqual([id]);
    expect(await find({ mobile })).toEqual([id]);
    expect(await find({ company: 'example-crates' })).toContain(id);
    expect(await find({ consultant: consultant.id, date: start.slice(0, 10) })).toEqual([id]);
  });

  it('cancel when the member’s own link no longer does; the mail says that they did, and why', async () => {
    const booked = await book('cancelled@example.com');
    await at(booked, -10);
    const own = await showup.post(`/v1/manage/${booked.token}/cancel`, {});
    expect(own.body.code).toBe('outside-change-window');
    const { json } = await post(`/bookings/${booked.id}/cancel`, { reason: 'Robin is ill' });
    expect(json).toMatchObject({ status: 'cancelled', cancelled: { by: 'staff', reason: 'Robin is ill' } });
    const mail = await lastMail('cancelled@example.com');
    expect(mail?.subject).toMatch(/^Cancelled: /u);
    expect(mail?.text).toContain('We have cancelled your session, for the reason given below.');
    expect(mail?.text).toContain('Robin is ill');
    const page = await showup.get(`/v1/manage/${booked.token}`);
    expect(page.body.cancelled).not.toHaveProperty('staffId');
  });

  it('move a session at once, decided on what they saw or not at all', async () => {
    const booked = await book('moved@example.com');
    await at(booked, -20);
    const { json: seen } = await staff.get(`/v1/desk/bookings/${booked.id}`);
    const start = new Date(Date.parse(booked.start) + 30 * MINUTE).toISOString();
    const move = { start, reason: 'Robin is late', revision: seen.revision };
    const stale = await post(`/bookings/${booked.id}/reschedule`, { ...move, revision: seen.revision - 1 });
    expect(stale).toMatchObject({
      status: 409,
      json: { code: 'changed-meanwhile', revision: seen.revision },
    });
    const moved = await post(`/bookings/${booked.id}/reschedule`, move);
    expect(moved.json).toMatchObject({ start, version: 2 });
    expect((await lastMail('moved@example.com'))?.text).toContain('Robin is late');
    const again = await post(`/bookings/${booked.id}/reschedule`, move);
    expect(again.json.version).toBe(2);
  });

  it('take a no-show back with their word for a time before the close, and complete the session early', async () => {
    const booked = await book('joined@example.com');
    await at(booked, 20);
    const joinedAt = new Date(Date.parse(booked.start) + 4 * MINUTE).toISOString();
    const late = await post(`/bookings/${booked.id}/join`);
    expect(late.json.code).toBe('already-over');
    const joined = await post(`/bookings/${booked.id}/join`, { joinedAt });
    expect(joined.json).toMatchObject({ status: 'in_progress', attendance: { joinedAt, evidence: 'staff' } });
    expect((await lastMail('joined@example.com'))?.subject).toMatch(/^No-show taken back: /u);
    const completed = await post(`/bookings/${booked.id}/complete`);
    expect(completed.json.status).toBe('completed');
    await showup.settle();
    const timers = await showup.timers();
    expect(timers.filter(({ name }) => name.startsWith(booked.id))).toEqual([]);
  });

  it('excuse a no-show; the record says who and why, and the attendee that it doesn’t count', async () => {
    const booked = await book('excused@example.com');
    await at(booked, 30);
    const excused = await post(`/bookings/${booked.id}/excuse`, { reason: 'Power cut' });
    const { by } = excused.json.outcome.excused;
    expect(excused.json).toMatchObject({ status: 'no_show', outcome: { excused: { reason: 'Power cut' } } });
    const mail = await lastMail('excused@example.com');
    expect(mail?.subject).toMatch(/^No-show excused: /u);
    expect(mail?.text).not.toContain('Power cut');
    const { json } = await staff.get(`/v1/desk/bookings/${booked.id}`);
    expect(json.events.at(-1)).toMatchObject({
      type: 'no-show-excused',
      staffId: by,
      reason: 'Power cut',
    });
    const own = await showup.get(`/v1/manage/${booked.token}`);
    expect(own.body.outcome.excused).toEqual({ at: excused.json.outcome.excused.at });
  });

  it('begin a company and its first Primary, who then asks for the others', async () => {
    staff = await Client.signedIn(showup, 'staff@example.com');
    csrf = await staff.csrf('/sign-in?leave=1');
    const wish = { id: 'new-crates', name: 'New Crates', planUntil: '2027-12-31' };
    const made = await post('/companies', wish);
    expect(made).toMatchObject({ status: 201, json: wish });
    const changed = await post('/companies/new-crates', { afterHours: true });
    expect(changed.json).toEqual({ ...made.json, afterHours: true });
    expect((await staff.get('/v1/desk/companies/new-crates')).json).toEqual(changed.json);
    const added = await post('/companies/new-crates/people', {
      name: 'Pia Roth',
      email: 'pia@new-crates.example',
      level: 'primary',
    });
    expect(added.status).toBe(201);
    await showup.settle();
    const pia = new Client(showup);
    const path = await passwordPath(showup, 'pia@new-crates.example');
    const page = await pia.get(path);
    const set = await pia.submit(path, { csrf: tokenIn(page.text), password: DEMO_PASSWORD });
    expect(set.status).toBe(303);
    const other = { name: 'Nils Berg', email: 'nils@new-crates.example', level: 'basic' };
    await newAccount(showup, pia, other);
    const { json } = await staff.get('/v1/desk/companies/new-crates/people');
    expect(json.people.map(({ name }: { name: string }) => name)).toEqual(['Pia Roth', 'Nils Berg']);
  });
});

describe('somebody else', () => {
  it('finds nothing at the desk, be it their own', async () => {
    const { id } = await book('member@example.com');
    const member = await Client.signedIn(showup, 'member@example.com');
    for (const path of [`/v1/desk/bookings/${id}`, '/v1/desk/bookings?email=member%40example.com']) {
      expect((await member.get(path)).json.code).toBe('not-allowed');
      expect((await new Client(showup).get(path)).json.code).toBe('not-signed-in');
    }
  });
});
