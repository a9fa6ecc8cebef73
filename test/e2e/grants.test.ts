import { afterAll, beforeAll, expect, it } from 'vitest';
import { runScript } from '../scripts/run-script.ts';
import { aBookingAtTheDesk, livesOfAccounts } from './accounts/account-life.ts';
import { leaksIn, logLines, secretsOf } from './leaks.ts';
import { minutesAfter, Showup } from './showup.ts';
import { Desk } from './standing/desk.ts';
import { open, press } from './visitor.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

/** Misses two sessions. */
const misser = 'misser@example.com';

/** Things that no run here can bring about, with the reason why the grant is needed all the same. */
const neverHere = new Map([
  ['sqs:SendMessage', 'the scheduler puts a timer that it could not deliver into the failure queue'],
]);

it('no function may do what none of them ever does: a life in full uses every grant', async () => {
  await aWholeLife();
  await aChangedMind();
  await aLostTimer();
  await aText();
  await aCancellationByText();
  await aNumberThatIsRefused();
  await aNoShow();
  await aBookingOnThePage();
  await aBlockThatEnds();
  await aMailboxThatFails();
  await anErasure();
  await aJoinInARoom();
  await aNewKey();
  await aBookingAtTheDesk(showup);
  await livesOfAccounts(showup);
  await aWebhookThatFails();
  const unused = await unusedGrants();
  expect(unused.filter(({ action }) => !neverHere.has(action))).toEqual([]);
});

it('no line of the log tells who anybody is, or what lets one in', async () => {
  await askedInVain();
  const secrets = await secretsOf(showup);
  expect(secrets).toEqual(expect.arrayContaining(['page@example.com', '+15550100071', 'Ada Member']));
  expect(secrets.filter((secret) => secret.startsWith('bkg_')).length).toBeGreaterThan(5);
  const lines = await logLines(showup);
  for (const said of ['mail sent', 'text sent', 'refused', 'timer arrived', 'booking changed'])
    expect(lines.join('\n')).toContain(said);
  const others = ['Paige Turner', 'Grants Member', 'DEMO-2026', 'DEMO2026', 'NOBODY-1', 'showup-Demo-1'];
  expect(leaksIn(lines, [...secrets, ...others])).toEqual([]);
});

/** What goes wrong is told too, by those who would rather say what they were given. */
async function askedInVain(): Promise<void> {
  const email = 'in-vain@example.com';
  const extra = { companyCode: 'NOBODY-1' };
  expect((await showup.tryToBook({ email, mobile: '+15550100078', extra })).status).toBe(422);
  const { token } = await showup.book({ start: '2026-12-28T15:00:00Z', email });
  expect((await showup.get(`/manage/${token.slice(0, -2)}xx`)).status).toBe(404);
  expect((await showup.post(`/v1/manage/${token}/join`, {})).status).toBe(422);
}

async function aWholeLife(): Promise<void> {
  const start = '2026-12-02T15:00:00Z';
  const wishes = { key: 'whole-life', start, mobile: '+15550100071', email: 'grants@example.com' };
  const { token, joinUrl } = await showup.book(wishes);
  await showup.tryToBook(wishes);
  for (const path of ['/book', `/booked/${token}`, `/manage/${token}`, `/manage/${token}/calendar.ics`]) {
    expect((await showup.get(path)).status, path).toBe(200);
  }
  await showup.clockTo(start);
  await press(await open(joinUrl), 'Join now');
  await showup.clockTo(minutesAfter(start, 60));
}

async function aChangedMind(): Promise<void> {
  const { token, manageUrl } = await showup.book({ start: '2026-12-09T15:00:00Z' });
  await showup.post(`/v1/manage/${token}/reschedule`, { start: '2026-12-10T15:00:00Z' });
  await showup.settle();
  await press(await open(manageUrl), 'Cancel this session');
  await showup.settle();
}

async function aLostTimer(): Promise<void> {
  const start = '2026-12-14T15:00:00Z';
  const { id } = await showup.book({ start, email: misser });
  await showup.misbehave({ loseTimer: { name: `${id}.close.v1` } });
  await showup.clockTo(minutesAfter(start, 30));
}

async function aText(): Promise<void> {
  const start = '2026-12-15T15:00:00Z';
  const mobile = '+15550100072';
  await showup.book({ start, mobile, email: 'texter@example.com' });
  await showup.clockTo(minutesAfter(start, 6));
  await showup.text(mobile, '1');
  await showup.text('+15550100073', 'hello');
}

async function aCancellationByText(): Promise<void> {
  const mobile = '+15550100074';
  await showup.book({ start: '2026-12-17T15:00:00Z', mobile });
  for (const body of ['STOP', 'START', '2']) await showup.text(mobile, body);
}

async function aNumberThatIsRefused(): Promise<void> {
  const start = '2026-12-15T18:00:00Z';
  const mobile = '+15550100075';
  await showup.book({ start, mobile, email: 'refused@example.com' });
  await showup.misbehave({ phone: { number: mobile, state: 'refused' } });
  await showup.clockTo(minutesAfter(start, 6));
}

/** Of somebody who missed one already: free sessions are blocked, and the company's primaries hear of a strike. */
async function aNoShow(): Promise<void> {
  const start = '2026-12-16T15:00:00Z';
  await showup.book({ start, email: misser });
  await showup.clockTo(minutesAfter(start, 15));
}

async function aJoinInARoom(): Promise<void> {
  const start = '2026-12-18T15:00:00Z';
  const { id } = await showup.book({ start, email: 'room@example.com' });
  await showup.clockTo(minutesAfter(start, 1));
  const answers = await Promise.all(
    ['200 300 101', '200 300 102'].map((conferenceId) => showup.join({ conferenceId })),
  );
  expect(answers.map(({ answer }) => answer)).toContainEqual({ recorded: true, booking: id });
}

/** Secrets Manager calls the function that rotates, step by step. */
async function aNewKey(): Promise<void> {
  const { status, err } = await runScript('rotate-links.ts', '--endpoint', showup.table.endpoint);
  expect([status, err]).toEqual([0, '']);
}

async function aBookingOnThePage(): Promise<void> {
  const page = await press(await open(`${showup.site}/book`), /^Next free/u);
  const who = { name: 'Paige Turner', email: 'page@example.com', companyCode: 'DEMO-2026' };
  const booked = await press(page, 'Book this session', who);
  expect(new URL(booked.url).pathname).toMatch(/^\/booked\//u);
  await press(await open(booked.url.replace('/booked/', '/manage/')), 'Cancel this session');
  await showup.settle();
}

async function aBlockThatEnds(): Promise<void> {
  const until = minutesAfter(await showup.now(), 60);
  await new Desk(showup).ruleOn('page@example.com', { decision: 'block', until });
  await showup.clockTo(minutesAfter(until, 10));
}

async function anErasure(): Promise<void> {
  const desk = new Desk(showup);
  expect((await desk.get('/queues/approvals')).status).toBe(200);
  await desk.post('/people/page@example.com/erase', { reason: 'They asked for it in writing' });
}

/** Of somebody whose mail comes back until staff say that it works again, and who is forgotten in the end. */
async function aMailboxThatFails(): Promise<void> {
  const email = 'comes-back@example.com';
  const desk = new Desk(showup);
  await showup.misbehave({ mailbox: { address: email, state: 'bounces' } });
  const { token } = await showup.book({ start: '2026-12-22T15:00:00Z', email });
  await desk.post(`/people/${email}/mail`, { reason: 'It was full' });
  await showup.post(`/v1/manage/${token}/cancel`, {});
  await showup.settle();
  await desk.post(`/people/${email}/erase`, { reason: 'They asked for it in writing' });
}

/** Nobody listens there: it is tried again by a schedule and, where that is lost, by the sweep. */
async function aWebhookThatFails(): Promise<void> {
  const desk = new Desk(showup);
  const wish = { url: 'http://127.0.0.1:9/', description: 'Nobody', types: ['booking.confirmed'] };
  const { webhook } = (await desk.tryTo('/webhooks', wish)).json;
  await desk.post(`/webhooks/${webhook.id}/test`);
  const lost = (await showup.timers()).find(({ name }) => name.startsWith(webhook.id));
  await showup.misbehave({ loseTimer: { name: lost?.name ?? '' } });
  await showup.clockTo(minutesAfter(await showup.now(), 10));
  const { deliveries } = (await desk.get(`/webhooks/${webhook.id}/deliveries`)).json;
  expect(deliveries[0].tries).toBeGreaterThan(1);
}

async function unusedGrants(): Promise<{ owner: string; action: string; resource: string }[]> {
  const { unused } = (await (await fetch(`${showup.console}/grants`)).json()) as {
    unused: { owner: string; action: string; resource: string }[];
  };
  return unused;
}
