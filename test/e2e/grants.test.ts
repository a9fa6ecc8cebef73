import { afterAll, beforeAll, expect, it } from 'vitest';
import { aBookingAtTheDesk, livesOfAccounts } from './accounts/account-life.ts';
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
  await anErasure();
  await aJoinInARoom();
  await aBookingAtTheDesk(showup);
  await livesOfAccounts(showup);
  const unused = await unusedGrants();
  expect(unused.filter(({ action }) => !neverHere.has(action))).toEqual([]);
});

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

async function unusedGrants(): Promise<{ owner: string; action: string; resource: string }[]> {
  const { unused } = (await (await fetch(`${showup.console}/grants`)).json()) as {
    unused: { owner: string; action: string; resource: string }[];
  };
  return unused;
}
