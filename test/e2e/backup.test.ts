import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScript } from '../scripts/run-script.ts';
import { Client, tokenIn } from './accounts/client.ts';
import { passwordPath } from './accounts/new-account.ts';
import { type Booked, minutesAfter, Showup } from './showup.ts';
import { Desk } from './standing/desk.ts';
import { open, press } from './visitor.ts';

const mobile = '+15550100191';
/** Somebody whose session is two days ahead when the copy is made. */
const ahead = { email: 'ahead@example.com', start: '2026-12-02T15:00:00Z', mobile };

let directory: string;
let file: string;
let source: Showup;
let copy: Showup;
let booked: Readonly<Record<string, Booked>>;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'showup-copy-'));
  file = join(directory, 'backup.jsonl');
  source = await Showup.start();
  booked = await aMorning(source);
}, 120_000);
afterAll(async () => {
  await Promise.all([source?.stop(), copy?.stop()]);
  rmSync(directory, { recursive: true });
});

/** Bookings in every state, a person who is blocked, and a day off. It is half past eleven in New York then. */
async function aMorning(showup: Showup): Promise<Readonly<Record<string, Booked>>> {
  const desk = new Desk(showup);
  const later = await showup.book(ahead);
  const cancelled = await showup.book({ start: '2026-12-03T15:00:00Z', email: 'cancelled@example.com' });
  await showup.post(`/v1/manage/${cancelled.token}/cancel`, {});
  const moved = await showup.book({ start: '2026-12-03T17:00:00Z', email: 'moved@example.com' });
  await showup.post(`/v1/manage/${moved.token}/reschedule`, { start: '2026-12-04T15:00:00Z' });
  const joined = await showup.book({ start: '2026-11-30T14:00:00Z', email: 'joined@example.com' });
  const running = await showup.book({ start: '2026-11-30T16:30:00Z', email: 'running@example.com' });
  const noShow = await showup.book({ start: '2026-11-30T15:30:00Z', email: 'missed@example.com' });
  await showup.clockTo(joined.start);
  await press(await open(joined.joinUrl), 'Join now');
  await showup.clockTo(minutesAfter(noShow.start, 15));
  await desk.ruleOn('blocked@example.com', { decision: 'block', until: '2026-12-20T00:00:00Z' });
  await desk.post('/companies/example-crates/standing', {
    decision: 'approval',
    until: '2027-01-20T00:00:00Z',
    reason: 'Under review',
  });
  const { body } = await showup.tryToBook({ start: '2026-12-07T15:00:00Z', email: 'pending@example.com' });
  expect(body.status).toBe('pending');
  const pending: Booked = { ...body, token: body.manageUrl.split('/').at(-1) };
  const off = { kind: 'off', from: '2026-12-09T05:00:00Z', to: '2026-12-10T05:00:00Z', reason: 'Training' };
  expect((await desk.tryTo('/consultants/robin/hours', off)).status).toBe(201);
  await showup.clockTo(running.start);
  await press(await open(running.joinUrl), 'Join now');
  await showup.clockTo(minutesAfter(running.start, 1));
  return { later, cancelled, moved, joined, noShow, running, pending };
}

const exportTo = (showup: Showup, out: string, ...more: string[]) =>
  runScript('export.ts', '--out', out, '--endpoint', showup.table.endpoint, ...more);
const importInto = (showup: Showup, from: string, ...more: string[]) =>
  runScript('import.ts', from, '--endpoint', showup.table.endpoint, ...more);

type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function rowsIn(path: string): Map<string, Item> {
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1, -1);
  const items = lines.map((line) => (JSON.parse(line) as { Item: Item }).Item);
  return new Map(items.map((item) => [[item['pk']?.['S'], item['sk']?.['S']].join(' '), item]));
}

/** But for what a copy has otherwise: where its events come from, and that a quarter of an hour is held by nobody. */
function comparable(rows: Map<string, Item>): Record<string, unknown> {
  const seen = [...rows].map(([key, { imported: _, ...row }]) => [
    key,
    key.startsWith('CALENDAR') ? held(row) : row,
  ]);
  return Object.fromEntries(seen.filter(([, row]) => Object.keys(row as object).length > 2));
}

function held(row: Item): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value['N'] !== '0'));
}

async function everyMail(showup: Showup): Promise<readonly { to: string; subject: string }[]> {
  return (await (await fetch(`${showup.console}/mailbox`)).json()) as { to: string; subject: string }[];
}

/** All that the API says of what there is. */
async function seenBy(showup: Showup): Promise<unknown> {
  const desk = new Desk(showup);
  const bookings = Object.values(booked).map(async ({ id, token }) => [
    (await showup.get(`/v1/manage/${token}`)).body,
    (await desk.get(`/bookings/${id}`)).json,
  ]);
  const told = await Promise.all(bookings);
  const query = 'sessionType=live-60&from=2026-11-30&to=2026-12-20&timeZone=America/New_York';
  const paths = [
    '/companies/example-crates',
    '/consultants/robin/hours?from=2026-12-01&to=2026-12-20',
    '/queues/approvals',
    '/companies/example-crates/standing',
  ];
  const atTheDesk = [];
  for (const path of paths) atTheDesk.push((await desk.get(path)).json);
  const standings = await Promise.all(
    ['blocked', 'missed'].map((who) => desk.standingOf(`${who}@example.com`)),
  );
  const seen = { told, atTheDesk, standings, slots: (await showup.get(`/v1/slots?${query}`)).body };
  return JSON.parse(JSON.stringify(seen).replaceAll(showup.site, 'https://site'));
}

describe('a copy of a stack', () => {
  it('is a file with all of its rows, which only its owner reads', async () => {
    expect(await exportTo(source, file, '--with-keys')).toMatchObject({ status: 0, err: '' });
    expect(statSync(file).mode & 0o077).toBe(0);
    const [header = ''] = readFileSync(file, 'utf8').split('\n', 1);
    const { at, stage, version, linkKeys } = JSON.parse(header);
    expect([stage, version, linkKeys.length]).toEqual(['dev', 1, 1]);
    // By the clock of the cloud, whatever time it is here.
    expect(Math.abs(Date.parse(at) - Date.parse(await source.now()))).toBeLessThan(60_000);
    expect(rowsIn(file).size).toBeGreaterThan(60);
  });

  it('becomes another stack that says the same, holds the same timers, and tells nobody anything', async () => {
    copy = await Showup.start(await source.now(), 'fixture-config', undefined, ['--no-demo']);
    const done = await importInto(copy, file);
    expect(done).toMatchObject({ status: 0, err: '' });
    await copy.settle();
    expect(await everyMail(copy)).toEqual([]);
    expect(await copy.textsTo(mobile)).toEqual([]);
    const timersOf = async (showup: Showup) => (await showup.timers()).map(({ name, at }) => ({ name, at }));
    expect((await timersOf(copy)).length).toBeGreaterThan(5);
    expect(await timersOf(copy)).toEqual(await timersOf(source));
    const again = join(directory, 'again.jsonl');
    await exportTo(copy, again);
    expect(comparable(rowsIn(again))).toEqual(comparable(rowsIn(file)));
  });

  it('lets people in again who set a new password, since passwords stay where they were', async () => {
    const member = new Client(copy);
    expect((await member.signIn('member@example.com', 'showup-Demo-1')).status).not.toBe(303);
    for (const email of ['member@example.com', 'staff@example.com']) {
      const client = new Client(copy);
      await client.submit('/forgot', { csrf: tokenIn((await client.get('/forgot')).text), email });
      await copy.settle();
      const path = await passwordPath(copy, email);
      const csrf = tokenIn((await client.get(path)).text);
      expect((await client.submit(path, { csrf, password: 'showup-Demo-1' })).status).toBe(303);
    }
    await Client.signedIn(copy, 'member@example.com');
    await copy.settle();
  });

  it('answers as the first, by the same links', async () => {
    expect(await seenBy(copy)).toEqual(await seenBy(source));
    // Nor may anybody book into what is held, or off.
    const { body } = await copy.tryToBook({ start: ahead.start, email: 'other@example.com' });
    expect(body.consultant?.id).not.toBe(booked['later']?.consultant.id);
  });

  it('has bookings that live on to their end: reminded, asked, closed, and finished', async () => {
    const before = (await copy.mailbox(ahead.email)).length;
    await copy.clockTo(minutesAfter(ahead.start, 5));
    const subjects = await copy.subjects(ahead.email);
    expect(subjects.length).toBe(before + 2);
    expect(await copy.textsTo(mobile)).toHaveLength(1);
    await copy.clockTo(minutesAfter(ahead.start, 15));
    expect((await copy.booking(booked['later']?.token ?? '')).status).toBe('no_show');
    expect(await copy.subjects(ahead.email)).toHaveLength(before + 3);
    expect((await copy.booking(booked['running']?.token ?? '')).status).toBe('completed');
    const told = (await everyMail(copy)).map(({ to, subject }) => `${to} ${subject}`);
    expect(told.filter((one) => /joined@|cancelled@|missed@|blocked@|running@/u.test(one))).toEqual([]);
  });

  it('is refused by a stack that has rows, and goes on where it broke off', async () => {
    const rows = async () => {
      const now = join(directory, 'now.jsonl');
      await exportTo(copy, now);
      return rowsIn(now);
    };
    const before = await rows();
    const refused = await importInto(copy, file);
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toContain('has rows already, and nothing was written');
    expect(await importInto(copy, file, '--resume')).toMatchObject({ status: 0, err: '' });
    const after = await rows();
    for (const [key, row] of before) expect(after.get(key), key).toEqual(row);
  });

  it('takes the place of all that a stack has, where that is said twice', async () => {
    const unsure = await importInto(copy, file, '--replace');
    expect(unsure).toMatchObject({ status: 1, err: 'Nothing was deleted or written.\n' });
    const before = (await everyMail(copy)).length;
    expect(await importInto(copy, file, '--replace', '--yes')).toMatchObject({ status: 0, err: '' });
    await copy.settle();
    const { status, start } = await copy.booking(booked['moved']?.token ?? '');
    expect([status, start]).toEqual(['confirmed', '2026-12-04T15:00:00.000Z']);
    expect((await everyMail(copy)).length).toBe(before);
  });
});

describe('the key of links', () => {
  const rotate = () => runScript('rotate-links.ts', '--endpoint', source.table.endpoint);
  const statusOf = async (token: string) => (await source.get(`/v1/manage/${token}`)).status;

  it('changes under forms and links that are open, and breaks none', async () => {
    const [old, page] = [booked['moved']?.token ?? '', await open(booked['moved']?.manageUrl ?? '')];
    const client = new Client(source);
    const csrf = tokenIn((await client.get('/sign-in')).text);
    expect(await rotate()).toMatchObject({ status: 0, err: '' });
    const { json } = await new Desk(source).get(`/bookings/${booked['later']?.id}`);
    expect(json.id).toBe(booked['later']?.id);
    const fields = { csrf, email: 'member@example.com', password: 'showup-Demo-1' };
    expect((await client.submit('/sign-in', fields)).status).toBe(303);
    expect(await statusOf(old)).toBe(200);
    expect((await press(page, 'Cancel this session')).status).toBe(200);
    // By now every function signs with the new key.
    await source.clockTo(minutesAfter(await source.now(), 6));
    const { body } = await source.tryToBook({ start: '2026-12-11T15:00:00Z', email: 'new-key@example.com' });
    const token = String(body.manageUrl).split('/').at(-1) ?? '';
    expect(token.split('.')[1]).toMatch(/^[\w-]{22}$/u);
    expect([await statusOf(token), await statusOf(old)]).toEqual([200, 200]);
  });

  it('opens nothing any more after the second change, as is said of one that leaked', async () => {
    const old = booked['later']?.token ?? '';
    expect(await rotate()).toMatchObject({ status: 0 });
    await source.clockTo(minutesAfter(await source.now(), 6));
    expect(await statusOf(old)).toBe(404);
    expect((await source.get(new URL(booked['later']?.joinUrl ?? '').pathname)).status).toBe(404);
  });

  it('of the meetings’ provider changes with both good meanwhile', async () => {
    const { status, out } = await runScript('rotate-attendance.ts', '--endpoint', source.table.endpoint);
    expect([status, /whsec_[A-Za-z0-9+/]{64}/u.test(out)]).toEqual([0, true]);
    // The provider here signs with the new one at once, which the API has not heard of yet.
    await source.join({ conferenceId: '200 300 101' });
    await source.clockTo(minutesAfter(await source.now(), 1));
    expect((await source.join({ conferenceId: '200 300 101' })).status).toBe(200);
  });
});
