import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Got } from '../accounts/client.ts';
import { minutesAfter, Showup } from '../showup.ts';
import { Desk, missed } from '../standing/desk.ts';

let showup: Showup;
/** Two of our staff, who see the same pages. */
let one: Desk;
let other: Desk;

beforeAll(async () => {
  showup = await Showup.start();
  [one, other] = [new Desk(showup), new Desk(showup)];
});
afterAll(() => showup.stop());

/** The hidden fields of the forms about a session or company, as a page of the desk has them now. */
async function seenOn(path: string, name: string): Promise<string> {
  const { text } = await one.page(path);
  const seen = new RegExp(`name="${name}" value="([^"]+)"|value="([^"]+)" name="${name}"`, 'u').exec(text);
  if (seen === null) throw new Error(`${path} has no ${name}`);
  return seen[1] ?? seen[2] ?? '';
}

/** Who was first is sent on, and the other is told. */
function outcomeOf(answers: readonly Got[]): {
  readonly won: Got | undefined;
  readonly lost: Got | undefined;
} {
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
  return {
    won: answers.find(({ status }) => status === 303),
    lost: answers.find(({ status }) => status === 409),
  };
}

it('a session that one marks as joined and the other as missed is what the first said; the other reads what happened', async () => {
  const start = '2026-12-02T10:00:00-05:00';
  const { id } = await showup.book({ start, email: 'both@example.com' });
  await showup.clockTo(minutesAfter(start, 3));
  const path = `/desk/bookings/${id}`;
  const revision = await seenOn(path, 'revision');
  const answers = await Promise.all([
    one.press(path, { action: 'join', revision }),
    other.press(path, { action: 'no-show', revision, reason: 'Called, not coming' }),
  ]);
  const { lost } = outcomeOf(answers);
  expect(lost?.text).toContain('It has changed since you looked');
  const { json } = await one.get(`/bookings/${id}`);
  const [state, told] = answers[0] === lost ? ['no_show', 'No-show'] : ['in_progress', 'Joined'];
  expect(json).toMatchObject({ status: state, revision: Number(revision) + 1 });
  expect(lost?.text).toMatch(new RegExp(`<li>[^<]*${told}[^<]*Sam Okoye`, 'u'));
  // What to do about it is offered on what is true by now.
  expect(lost?.text).toMatch(new RegExp(`name="revision"[^>]*value="${json.revision}"`, 'u'));
});

it('a contest is excused by one or rejected by the other, and both mails are never sent', async () => {
  const email = 'contests@example.com';
  const { id, token } = await missed(showup, email, '2026-12-02T14:00:00-05:00');
  await showup.post(`/v1/manage/${token}/contest`, { text: 'My power was out, the whole street was dark' });
  const seen = await seenOn('/desk/waiting', 'seen');
  const decide = (desk: Desk, action: string) =>
    desk.press('/desk/waiting', { action, about: id, seen, reason: 'Seen the papers' });
  const answers = await Promise.all([decide(one, 'excuse'), decide(other, 'reject-contest')]);
  const { won, lost } = outcomeOf(answers);
  expect(lost?.text).toContain('Sam Okoye');
  const excused = answers[0] === won;
  const { json } = await one.get(`/bookings/${id}`);
  expect(json.outcome.excused !== undefined).toBe(excused);
  expect(json.outcome.contest.rejected !== undefined).toBe(!excused);
  await showup.settle();
  const mails = (await showup.mailbox(email)).filter(({ text }) => text.includes('Seen the papers'));
  expect(mails).toHaveLength(excused ? 0 : 1);
  expect((await one.get('/queues/contests')).json.items).toEqual([]);
});

it('a booking is approved by one or declined by the other, and the attendee hears one of it', async () => {
  const ruling = { decision: 'approval', until: '2027-01-31T00:00:00Z', reason: 'Agreed by telephone' };
  await one.post('/companies/example-crates/standing', ruling);
  const email = 'pending@example.com';
  const { status, body } = await showup.tryToBook({ email, start: '2026-12-09T10:00:00-05:00' });
  expect([status, body.status]).toEqual([202, 'pending']);
  await showup.settle();
  const before = (await showup.mailbox(email)).length;
  const seen = await seenOn('/desk/waiting', 'seen');
  const decide = (desk: Desk, action: string) =>
    desk.press('/desk/waiting', { action, about: body.id, seen, reason: 'Spoke with them' });
  const answers = await Promise.all([decide(one, 'decline'), decide(other, 'approve')]);
  const { won, lost } = outcomeOf(answers);
  expect(lost?.text).toContain('Sam Okoye');
  const { json } = await one.get(`/bookings/${body.id}`);
  expect(json.status).toBe(answers[0] === won ? 'cancelled' : 'confirmed');
  await showup.settle();
  expect(await showup.mailbox(email)).toHaveLength(before + 1);
});
