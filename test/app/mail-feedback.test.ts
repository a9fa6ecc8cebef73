import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailboxEventRow } from '../../lib/adapters/mailbox-rows.ts';
import { allowMail } from '../../lib/app/desk/allow-mail.ts';
import { type MailReport, receiveMailReport } from '../../lib/app/receive-mail-report.ts';
import { tellMailbox } from '../../lib/app/tell-mailbox.ts';
import type { Member } from '../../lib/domain/people/person.ts';
import { everyRow } from '../adapters/whole-table.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { book, mobile, refusalOf } from './acting.ts';
import { tellEverything } from './telling.ts';

const DAY = 86_400_000;
const staff = { kind: 'staff', id: 'per_robin' } as const;
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const email = 'ada@example.com';
const withNumber = { attendee: { name: 'Ada Park', email, mobile } };

/** SES says what became of a booking's first mail, or of another effect of it. */
function report(owner: string, status: string, more: Partial<MailReport> & { effectName?: string } = {}) {
  const { effectName = '1.mail', ...told } = more;
  const effect = { owner, effect: effectName };
  return receiveMailReport(world.deps, { effect, status, at: NOW + 1000, recipients: [email], ...told });
}

const lostOf = async (id: string) => (await world.deps.table.booking(id))?.mailLost?.reason;

describe('a mail that comes back for good', () => {
  it('is marked on the booking and on all others to come, and told by text once', async () => {
    const other = await book(world.deps, { start: START + 7 * DAY, attendee: { name: 'Ada', email } });
    const { id } = await book(world.deps, withNumber);
    await tellEverything(world);
    for (const _ of [1, 2]) await report(id, 'bounced');
    await tellEverything(world);
    expect([await lostOf(id), await lostOf(other.id)]).toEqual(['bounced', 'bounced']);
    expect(world.texter.to(mobile)).toHaveLength(1);
    expect(world.texter.to(mobile)[0]).toContain('came back');
  });

  it('is not told by text where it is a later mail', async () => {
    const { id } = await book(world.deps, withNumber);
    await report(id, 'bounced', { effectName: '2.mail' });
    await tellEverything(world);
    expect(world.texter.sent).toEqual([]);
  });

  it('ends with a later mail that arrives', async () => {
    const { id } = await book(world.deps);
    await report(id, 'bounced', { recipients: ['ada@example.com'] });
    const was = await lostOf(id);
    await report(id, 'delivered', { effectName: '2.mail', at: NOW + 2000 });
    expect([was, await lostOf(id)]).toEqual(['bounced', undefined]);
  });

  it('for now marks nothing, and is kept as evidence', async () => {
    const { id } = await book(world.deps);
    await report(id, 'bounced-for-now');
    expect(await lostOf(id)).toBeUndefined();
    const row = (await everyRow(world.table)).find(({ sk }) => sk === 'EFFECT#1.mail');
    expect(JSON.stringify(row)).toContain('bounced-for-now');
  });

  it('is known of whoever books later, who hears of it by text too', async () => {
    const { id } = await book(world.deps, { attendee: { name: 'Ada', email } });
    await report(id, 'bounced');
    const next = await book(world.deps, { start: START + 7 * DAY, ...withNumber });
    await tellEverything(world);
    expect(await lostOf(next.id)).toBe('bounced');
    expect(world.texter.to(mobile)).toHaveLength(1);
    expect(world.mailer.sent.filter(({ to }) => to === email)).toHaveLength(2);
  });

  it('to ourselves is said to be so, and marks nobody', async () => {
    const { id } = await book(world.deps);
    const support = world.deps.settings.brand.supportMail;
    expect(await report(id, 'bounced', { effectName: '1.staff', recipients: [support] })).toBe(true);
    expect(await lostOf(id)).toBeUndefined();
    expect((await world.deps.table.mailbox(support)).revision).toBe(0);
  });

  it('of somebody of whom nothing is on record is not remembered', async () => {
    expect(await report('bkg_gone', 'bounced', { recipients: ['gone@example.com'] })).toBe(false);
    expect((await world.deps.table.mailbox('gone@example.com')).revision).toBe(0);
  });
});

describe('a complaint', () => {
  it('stops mail to the address, under whatever label, and says so in place of a receipt', async () => {
    const { id } = await book(world.deps, { attendee: { name: 'Ada', email } });
    await report(id, 'complained');
    const next = await book(world.deps, {
      start: START + 7 * DAY,
      attendee: { name: 'Ada', email: 'Ada+work@example.com', mobile },
    });
    await tellEverything(world);
    expect(world.mailer.sent.map(({ to }) => to)).not.toContain('Ada+work@example.com');
    expect(await lostOf(next.id)).toBe('complained');
    expect(world.texter.sent).toEqual([]);
    const claims = (await everyRow(world.table)).filter(({ pk }) => pk === `BOOKING#${next.id}`);
    expect(JSON.stringify(claims)).toContain('withheld: complained');
  });

  it('is taken back by staff: sessions are marked no more, and the mail service is told', async () => {
    const { id } = await book(world.deps, { attendee: { name: 'Ada', email } });
    await report(id, 'complained', { recipients: ['Ada+Work@example.com'] });
    world.clock.now = NOW + 5000;
    await allowMail(world.deps, staff, { email, reason: 'A slip' });
    expect(await lostOf(id)).toBeUndefined();
    const row = (await everyRow(world.table)).find(({ about }) => about === 'mailbox');
    await tellMailbox(world.deps, mailboxEventRow().parse(row));
    expect(world.mailer.allowed).toEqual(['ada+work@example.com']);
    const { notes } = await world.deps.table.mailbox(email);
    expect(notes.at(-1)).toEqual({ what: 'allowed', at: NOW + 5000, by: 'per_robin', reason: 'A slip' });
  });

  it('can be taken back by staff alone', async () => {
    const person = { id: 'per_ada', companyId: 'example-crates' } as Member;
    const member = { kind: 'member', person } as const;
    const refused = await refusalOf(allowMail(world.deps, member, { email, reason: 'Please' }));
    expect(refused.code).toBe('not-allowed');
  });
});
