import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyRow } from '../../adapters/whole-table.ts';
import { Client } from '../accounts/client.ts';
import { type Booked, Showup } from '../showup.ts';
import { Desk, missed } from './desk.ts';
import { everyWrite, tableOf } from './rows.ts';

const email = 'member@example.com';
const mobile = '+15550100191';
const identity = /member@|morgan|5550100191|flooded/iu;

let showup: Showup;
let desk: Desk;
let first: Booked;

beforeAll(async () => {
  showup = await Showup.start();
  desk = new Desk(showup);
  await lives();
});
afterAll(() => showup.stop());

/** One session that is kept open by text and then missed, one that is missed and contested. */
async function lives(): Promise<void> {
  const start = '2026-12-01T10:00:00-05:00';
  const attendee = { name: 'Morgan Ito', email: 'Member+desk@example.com', mobile };
  first = await showup.book({ start, extra: { attendee, topic: 'Flooded ledger' } });
  await showup.clockTo('2026-12-01T10:06:00-05:00');
  await showup.text(mobile, '1', '2026-12-01T15:06:00Z');
  await showup.clockTo('2026-12-01T11:01:00-05:00');
  const second = await missed(showup, email, '2026-12-02T10:00:00-05:00');
  await showup.post(`/v1/manage/${second.token}/contest`, { text: 'Our office was flooded' });
  await showup.clockTo('2026-12-02T11:30:00-05:00');
}

describe('the evidence of a booking', () => {
  it('has each event with who and by which policy, each message, reply, and the verdict in plain words', async () => {
    const { json } = await desk.get(`/bookings/${first.id}/evidence`);
    expect(json.verdict[0]).toEqual({
      finding: 'no-show-counts',
      sentence: 'It is a no-show, and it counts.',
    });
    expect(json.verdict.map(({ finding }: { finding: string }) => finding)).toEqual([
      ...['no-show-counts', 'booked', 'asked', 'answered', 'no-show', 'reminded', 'block-shared'],
    ]);
    const [{ version, text }] = json.policies;
    expect(version).toMatch(/^pol_[0-9a-f]{12}$/u);
    expect(text.noShows).toMatchObject({ limit: 2, blockDays: 60 });
    expect(json.events[0]).toMatchObject({ number: 1, type: 'booked', who: { who: 'attendee' } });
    expect(new Set(json.events.map(({ policy }: { policy: string }) => policy))).toEqual(new Set([version]));
    const kinds = json.messages.map(({ channel, kind }: { channel: string; kind: string }) => [
      channel,
      kind,
    ]);
    expect(kinds).toEqual([
      ['mail', 'confirmed'],
      ['mail', 'reminder'],
      ['mail', 'reminder'],
      ['text', 'check-in'],
      ['text', 'kept-open'],
      ['mail', 'no-show'],
      ['text', 'closed'],
    ]);
    for (const { sentAt, receipt } of json.messages) expect([sentAt, receipt]).not.toContain(undefined);
    expect(json.replies).toMatchObject([{ understood: 'coming', stamp: '2026-12-01T15:06:00.000Z' }]);
    expect(json.entries.map(({ kind }: { kind: string }) => kind)).toEqual(['no-show', 'no-show']);
    expect(json.standing.block.until).toBe('2027-01-31T15:00:00.000Z');
  });

  it('is one document to keep, in English and in German', async () => {
    for (const [language, words] of [
      ['en', 'It is a no-show, and it counts.'],
      ['de', 'Es ist ein Nichterscheinen, und es zählt.'],
    ] as const) {
      const query = `format=html&language=${language}`;
      const { status, text } = await desk.get(`/bookings/${first.id}/evidence?${query}`);
      expect(status).toBe(200);
      expect(text).toMatch(/^<!doctype html>/u);
      expect(text).toContain(words);
      expect(text).toContain('Flooded ledger');
    }
    expect((await desk.get(`/bookings/${first.id}/evidence?format=pdf`)).status).toBe(400);
    const member = await Client.signedIn(showup, email);
    const path = `/v1/desk/bookings/${first.id}/evidence`;
    expect((await member.get(path)).json.code).toBe('not-allowed');
  });
});

describe('erasing somebody', () => {
  it('is refused while a session is still to come', async () => {
    const paid = await showup.book({ email: 'soon@example.com', start: '2026-12-04T10:00:00-05:00' });
    const refused = await desk.tryTo('/people/soon%40example.com/erase', { reason: 'Asked for it' });
    expect(refused).toMatchObject({ status: 409, json: { code: 'open-sessions', sessions: [paid.id] } });
  });

  it('leaves nobody in the table or in any answer, and no mail or text goes out any more', async () => {
    const member = await Client.signedIn(showup, email);
    const [mails, texts] = [await showup.mailbox(''), await showup.textsTo(mobile)];
    const { json } = await desk.post(`/people/${encodeURIComponent(email)}/erase`, {
      reason: 'Asked for it',
    });
    expect(json).toMatchObject({ bookings: 2, numbers: 1, account: true });
    const table = tableOf(showup);
    expect(JSON.stringify(await everyRow(table))).not.toMatch(identity);
    table.client.destroy();
    await showup.misbehave({ repeatEvents: true });
    await showup.clockTo('2026-12-02T12:00:00-05:00');
    expect(await showup.mailbox('')).toEqual(mails);
    expect(await showup.textsTo(mobile)).toEqual(texts);
    expect((await member.get('/v1/portal/profile')).status).toBe(401);
    expect((await new Client(showup).signIn(email, 'showup-Demo-1')).status).not.toBe(303);
    for (const path of [`/bookings/${first.id}`, `/bookings/${first.id}/evidence?format=html`]) {
      expect((await desk.get(path)).text).not.toMatch(identity);
    }
    expect((await desk.get(`/bookings?email=${encodeURIComponent(email)}`)).json.bookings).toEqual([]);
    const own = await showup.get(`/v1/manage/${first.token}`);
    expect(JSON.stringify(own.body)).not.toMatch(identity);
    const { strikes } = await desk.companyStanding();
    expect(strikes).toMatchObject([{ email: `${json.tombstone}@erased.invalid`, missed: [{}, {}] }]);
    const again = await desk.tryTo(`/people/${encodeURIComponent(email)}/erase`, { reason: 'Asked for it' });
    expect(again.json.code).toBe('not-found');
  });

  it('and all that came before it has only ever added to what happened: no event was changed or deleted', async () => {
    const writes = (await everyWrite(showup)).filter(({ sk }) => sk.startsWith('EVENT#'));
    expect(writes.length).toBeGreaterThan(12);
    expect(new Set(writes.map(({ what }) => what))).toEqual(new Set(['INSERT']));
    const keys = writes.map(({ pk, sk }) => `${pk} ${sk}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const kind of ['BOOKING#', 'PERSON#']) {
      expect(
        keys.some((key) => key.startsWith(kind)),
        kind,
      ).toBe(true);
    }
  });
});
