import { afterAll, beforeAll, expect, it } from 'vitest';
import { Showup } from '../showup.ts';
import { Client } from './client.ts';

let showup: Showup;
let staff: Client;
let csrf: string;

beforeAll(async () => {
  showup = await Showup.start();
  staff = await Client.signedIn(showup, 'staff@example.com');
  csrf = await staff.csrf('/sign-in?leave=1');
});
afterAll(() => showup.stop());

const date = '2026-12-02';
const from = `${date}T05:00:00Z`;
const to = '2026-12-03T05:00:00Z';

async function offered(): Promise<number> {
  const query = `sessionType=live-60&from=${date}&to=${date}&timeZone=America/New_York`;
  const { body } = await showup.get(`/v1/slots?${query}`);
  return Object.values(body.days).flat().length;
}

it('our staff close a day for everybody, are told whose session is left in it, and open it again', async () => {
  const all = await offered();
  expect(all).toBeGreaterThan(10);
  const booked = await showup.book({ email: 'left@example.com', start: `${date}T10:00:00-05:00` });
  const { json } = await staff.get('/v1/desk/consultants');
  const ids: string[] = json.consultants.map(({ id }: { id: string }) => id);
  const left: string[] = [];
  const added: string[] = [];
  for (const id of ids) {
    const body = { kind: 'off', from, to, reason: 'Company day' };
    const { json: done, status } = await staff.post(`/v1/desk/consultants/${id}/hours`, body, csrf);
    expect(status).toBe(201);
    added.push(`/v1/desk/consultants/${id}/hours/${done.hours.id}/remove`);
    left.push(...done.bookings.map((booking: { id: string }) => booking.id));
  }
  expect(left).toEqual([booked.id]);
  expect(await offered()).toBe(0);
  for (const path of added) expect((await staff.post(path, {}, csrf)).status).toBe(200);
  expect(await offered()).toBe(all);
});

it('nobody else may', async () => {
  const member = await Client.signedIn(showup, 'primary@example.com');
  const token = await member.csrf();
  const body = { kind: 'off', from, to, reason: 'A day off' };
  expect((await member.get('/v1/desk/consultants')).status).toBe(403);
  expect((await member.post('/v1/desk/consultants/robin/hours', body, token)).status).toBe(403);
  expect((await new Client(showup).get('/v1/desk/consultants')).status).toBe(401);
});
