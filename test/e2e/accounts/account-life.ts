import type { Showup } from '../showup.ts';
import { Client, tokenIn } from './client.ts';
import { newAccount, passwordPath } from './new-account.ts';

const HOUR = 3_600_000;

/** All that becomes of accounts: asked for, used, renewed, forgotten and taken back, and what staff do with them. */
export async function livesOfAccounts(showup: Showup): Promise<void> {
  const primary = await Client.signedIn(showup, 'primary@example.com');
  const member = await newAccount(showup, primary, {
    email: 'grants-member@example.com',
    name: 'Grants Member',
    level: 'basic',
  });
  await resetPassword(showup, 'staff@example.com');
  const staff = await Client.signedIn(showup, 'staff@example.com');
  await showup.clockTo(Date.parse(await showup.now()) + HOUR + 60_000);
  // Each of these renews its session, which is over after an hour.
  for (const [client, path] of [
    [primary, '/portal'],
    [member, '/book'],
    [staff, '/v1/desk/companies/example-crates'],
  ] as const) {
    const { status } = await client.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  }
  await member.get('/portal/bookings');
  const { json } = await primary.get('/v1/portal/people');
  const { id } = json.people.find(({ email }: { email: string }) => email === 'grants-member@example.com');
  await primary.post(`/v1/portal/people/${id}/remove`, {}, await primary.csrf());
  await showup.settle();
}

/** A booking that staff look up in every way there is, move and cancel. */
export async function aBookingAtTheDesk(showup: Showup): Promise<void> {
  const staff = await Client.signedIn(showup, 'staff@example.com');
  const start = '2026-12-21T15:00:00Z';
  const { id, consultant } = await showup.book({
    start,
    mobile: '+15550100077',
    email: 'member@example.com',
  });
  const searches = [
    { id: id.slice(0, 12) },
    { email: 'member@example.com' },
    { mobile: '+15550100077' },
    { company: 'example-crates' },
    { consultant: consultant.id, date: '2026-12-21' },
  ];
  for (const search of searches) {
    const found = await staff.get(`/v1/desk/bookings?${new URLSearchParams(search)}`);
    if (found.status !== 200) throw new Error(`${JSON.stringify(search)}: ${found.status} ${found.text}`);
  }
  for (const path of ['/desk?date=2026-12-21', '/v1/desk/search?q=member']) {
    const { status, text } = await staff.get(path);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  }
  const csrf = await staff.csrf('/sign-in?leave=1');
  const reason = 'Asked for by telephone';
  for (const [change, body] of [
    ['reschedule', { start: '2026-12-22T15:00:00Z', reason }],
    ['cancel', { reason }],
  ] as const) {
    const changed = await staff.post(`/v1/desk/bookings/${id}/${change}`, body, csrf);
    if (changed.status !== 200) throw new Error(`${change}: ${changed.status} ${changed.text}`);
    await showup.settle();
  }
}

async function resetPassword(showup: Showup, email: string): Promise<void> {
  const client = new Client(showup);
  await client.submit('/forgot', { csrf: tokenIn((await client.get('/forgot')).text), email });
  await showup.settle();
  const path = await passwordPath(showup, email);
  const page = await client.get(path);
  await client.submit(path, { csrf: tokenIn(page.text), password: 'showup-Demo-1' });
}
