import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPasswordToken } from '../../../lib/app/password-links.ts';
import { changeLevel, chooseNewsletters, removePerson } from '../../../lib/app/people/change-account.ts';
import { commitPerson } from '../../../lib/app/people/commit-decision.ts';
import {
  inviteAccount,
  inviteStaffAccount,
  resendInvitationTo,
} from '../../../lib/app/people/invite-account.ts';
import { recordPassword, requestPasswordLink } from '../../../lib/app/people/passwords.ts';
import type { RecordedPersonEvent } from '../../../lib/app/people-deps.ts';
import { tellPerson } from '../../../lib/app/tell-person.ts';
import { erasePerson } from '../../../lib/domain/people/erase.ts';
import type { PersonEvent } from '../../../lib/domain/people/events.ts';
import type { Member } from '../../../lib/domain/people/person.ts';
import { type Part, parseMime } from '../../messages/parse-mime.ts';
import { type Engine, NOW, openEngine } from '../../world.ts';
import {
  activeMember,
  as,
  makePeopleWorld,
  memberOf,
  operator,
  type PeopleWorld,
  staffActor,
} from './people-world.ts';
import { LEASE, personEvents, type Teller, tellerOf } from './telling-people.ts';

const HOUR = 3_600_000;
let engine: Engine;
let world: PeopleWorld;
let teller: Teller;
let primary: Member;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makePeopleWorld(engine);
  primary = await activeMember(world, 'primary');
  teller = tellerOf(world);
});

const wish = { companyId: 'crates', name: 'Ada Park', email: 'ada@example.com', level: 'basic' } as const;
const invite = (more: object = {}) => inviteAccount(world.deps, as(primary), { ...wish, ...more });

async function accepted(more: object = {}): Promise<Member> {
  const { id } = await invite(more);
  return (await recordPassword(world.deps, id, 0)) as Member;
}

async function eventOf(type: PersonEvent['type'], personId: string): Promise<RecordedPersonEvent> {
  const found = (await personEvents(world.table)).findLast(
    ({ event, personId: owner }) => event.type === type && owner === personId,
  );
  if (found === undefined) throw new Error(`no ${type}`);
  return found;
}

const tell = async (type: PersonEvent['type'], { id }: { readonly id: string }) =>
  tellPerson(teller.deps, await eventOf(type, id), LEASE);

/** The mails so far: to whom, and what their plain text says. */
function mails(): { to: string; subject: string; text: string }[] {
  const subjects = teller.mailer.subjects();
  return teller.mailer.sent.map(({ to, mime }, index) => ({
    to,
    subject: subjects[index] ?? '',
    text: plainTextOf(mime),
  }));
}

function plainTextOf(mime: string): string {
  const part = partsOf(parseMime(mime)).find(({ type }) => type.startsWith('text/plain'));
  return part?.body ?? '';
}

const partsOf = (part: Part): Part[] => [part, ...part.parts.flatMap(partsOf)];

function tokenIn(text: string | undefined): string {
  return /https:\/\/showup\.example\/password\/(\S+)/u.exec(text ?? '')?.[1] ?? '';
}

describe('an account that was asked for', () => {
  it('is told to the person, with who asked, and a link that sets the first password for 7 days', async () => {
    const ada = await invite();
    world.clock.now = NOW + HOUR;
    await tell('person-invited', ada);
    const [mail] = mails();
    expect(mail).toMatchObject({ to: wish.email, subject: 'Set a password for your new account' });
    expect(mail?.text).toContain('primary has asked us for an account for you with Example Crates.');
    expect(mail?.text).toContain('for 7 days');
    const read = (at: number) => readPasswordToken(teller.deps, tokenIn(mail?.text), at);
    expect(await read(NOW + HOUR + 7 * 24 * HOUR - 1)).toEqual({ personId: ada.id, version: 0 });
    expect(await read(NOW + HOUR + 7 * 24 * HOUR)).toBeUndefined();
  });

  it('by one of us says so of nobody by name', async () => {
    const ada = await inviteAccount(world.deps, staffActor, wish);
    await tell('person-invited', ada);
    expect(mails()[0]?.text).toContain('There is now an account for you with Example Crates.');
  });

  it('is told once more when that is wanted, and once each however often the stream brings it', async () => {
    const ada = await invite();
    await resendInvitationTo(world.deps, as(primary), ada.id);
    await tell('person-invited', ada);
    await tell('invitation-resent', ada);
    await tell('person-invited', ada);
    await tell('invitation-resent', ada);
    expect(mails()).toHaveLength(2);
  });

  it('is told in the language of whoever asked', async () => {
    await tell('person-invited', await invite({ language: 'de' }));
    expect(mails()[0]?.text).toContain('Der Link gilt einmal und 7 Tage.');
  });

  it('of one of our staff names no company', async () => {
    const sam = await inviteStaffAccount(world.deps, operator, { name: 'Sam', email: 'sam@example.com' });
    await tell('person-invited', sam);
    expect(mails()[0]?.text).toContain('There is now a staff account for you at');
    expect(mails()[0]?.text).not.toContain('Company');
  });
});

describe('what has become untrue before it was told', () => {
  it('an invitation is dropped once the account is active', async () => {
    const ada = await accepted();
    await tell('person-invited', ada);
    expect(mails()).toEqual([]);
  });

  it('an invitation is dropped once it was taken back, and so is all else that could be told', async () => {
    const ada = await invite();
    await removePerson(world.deps, as(primary), ada.id);
    await tell('person-invited', ada);
    await tell('person-removed', ada);
    expect(mails()).toEqual([]);
    expect(teller.identity.removed).toEqual([ada.id]);
  });

  it('a link is dropped once another password was set', async () => {
    const ada = await accepted();
    await requestPasswordLink(world.deps, ada.email);
    await recordPassword(world.deps, ada.id, 1);
    await tell('password-link-asked', ada);
    expect(mails()).toEqual([]);
  });

  it('a link is dropped after an hour, and for whoever was removed', async () => {
    const ada = await accepted();
    await requestPasswordLink(world.deps, ada.email);
    world.clock.now = NOW + HOUR;
    await tell('password-link-asked', ada);
    world.clock.now = NOW;
    await removePerson(world.deps, as(primary), ada.id);
    await tell('password-link-asked', ada);
    expect(mails()).toEqual([]);
  });

  it('a level is dropped once it is another one', async () => {
    const ada = await accepted();
    await changeLevel(world.deps, as(primary), ada.id, 'manager');
    const first = await eventOf('level-changed', ada.id);
    await changeLevel(world.deps, as(primary), ada.id, 'it-support');
    await tellPerson(teller.deps, first, LEASE);
    expect(mails()).toEqual([]);
    await tell('level-changed', ada);
    expect(mails()[0]?.text).toContain('from Manager / Supervisor to IT / Tech support');
  });

  it('whatever it was is dropped for whoever was erased, whom identity forgets', async () => {
    const ada = await accepted();
    await removePerson(world.deps, as(primary), ada.id);
    const removed = memberOf(await world.deps.people.person(ada.id));
    await commitPerson(world.deps, removed, erasePerson(staffActor, removed, ada.id, NOW));
    for (const type of ['person-invited', 'password-set', 'person-removed', 'person-erased'] as const) {
      await tell(type, ada);
    }
    expect(mails()).toEqual([]);
    expect(teller.identity.removed).toEqual([ada.id, ada.id]);
  });

  it('of nobody that there is nothing is told', async () => {
    const ada = await invite();
    await tellPerson(
      teller.deps,
      { ...(await eventOf('person-invited', ada.id)), personId: 'per_none' },
      LEASE,
    );
    expect(mails()).toEqual([]);
  });
});

describe('a password', () => {
  it('that was forgotten gets a link that sets the next one for an hour', async () => {
    const ada = await accepted();
    await requestPasswordLink(world.deps, ada.email);
    await tell('password-link-asked', ada);
    const [mail] = mails();
    expect(mail).toMatchObject({ to: ada.email, subject: 'Set a new password' });
    expect(mail?.text).toContain('for 60 minutes');
    const read = (at: number) => readPasswordToken(teller.deps, tokenIn(mail?.text), at);
    expect(await read(NOW + HOUR - 1)).toEqual({ personId: ada.id, version: 1 });
    expect(await read(NOW + HOUR)).toBeUndefined();
  });

  it('that is the first is no news, and every other one is told to its owner with the time of it', async () => {
    const ada = await accepted();
    await tell('password-set', ada);
    expect(mails()).toEqual([]);
    await recordPassword(world.deps, ada.id, 1);
    await tell('password-set', ada);
    const [mail] = mails();
    expect(mail?.text).toContain('on Monday, 23 November 2026, 10:00 (Eastern Standard Time, New York)');
    expect(mail?.text).toContain('https://showup.example/forgot');
    expect(mail?.text).not.toContain('/password/');
  });

  it('set on a page in another language turns the mails to it', async () => {
    const ada = await accepted();
    await recordPassword(world.deps, ada.id, 1, 'de');
    await tell('password-set', ada);
    expect(mails()[0]?.text).toContain('Waren Sie es nicht?'.toUpperCase());
  });
});

describe('a person who was removed', () => {
  it('is forgotten by identity and told by whom, once however often the stream brings it', async () => {
    const ada = await accepted();
    await removePerson(world.deps, as(primary), ada.id);
    await tell('person-removed', ada);
    await tell('person-removed', ada);
    expect(teller.identity.removed).toEqual([ada.id]);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.text).toContain('primary has removed your account with Example Crates.');
  });

  it('is told by nobody where they did it themselves', async () => {
    await activeMember(world, 'primary', { email: 'second@crates.example' });
    await removePerson(world.deps, as(primary), primary.id);
    await tell('person-removed', primary);
    expect(mails()[0]?.text).toContain('Your account with Example Crates was removed.');
  });

  it('is told even where identity is away, and forgotten with the next delivery', async () => {
    const ada = await accepted();
    await removePerson(world.deps, as(primary), ada.id);
    teller.identity.interrupt = () => {
      throw new Error('identity is away');
    };
    await expect(tell('person-removed', ada)).rejects.toThrow('1 effects failed');
    expect(mails()).toHaveLength(1);
    teller.identity.interrupt = undefined;
    await tell('person-removed', ada);
    expect(teller.identity.removed).toEqual([ada.id]);
    expect(mails()).toHaveLength(1);
  });
});

describe('newsletters', () => {
  it('that are chosen are told to nobody', async () => {
    const ada = await accepted();
    await chooseNewsletters(world.deps, as(ada), ada.id, false);
    await tell('newsletters-chosen', ada);
    expect(mails()).toEqual([]);
  });
});

describe('a run that dies between sending and marking', () => {
  async function dieAfterSending(record: RecordedPersonEvent): Promise<void> {
    await new Promise<void>((sent) => {
      const markDone = () => {
        sent();
        return new Promise<never>(() => undefined);
      };
      const outbox = { ...teller.deps.outbox, markDone };
      void tellPerson({ ...teller.deps, outbox }, record, LEASE);
    });
  }

  it('keeps others off while its lease runs, then one mail comes twice under one message id', async () => {
    const ada = await invite();
    const record = await eventOf('person-invited', ada.id);
    await dieAfterSending(record);
    world.clock.now = NOW + LEASE - 1;
    await expect(tellPerson(teller.deps, record, LEASE)).rejects.toThrow('1 effects failed');
    expect(mails()).toHaveLength(1);
    world.clock.now = NOW + LEASE;
    await tellPerson(teller.deps, record, LEASE);
    await tellPerson(teller.deps, record, LEASE);
    const ids = teller.mailer.sent.map(({ mime }) => /^Message-ID: (<.+>)\r?$/imu.exec(mime)?.[1]);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(ids[0]).toContain(ada.id);
  });
});

it('claims of effects stand beside the person, not among the company’s people', async () => {
  const ada = await invite();
  await tell('person-invited', ada);
  const { id } = ada;
  const done = { owner: id, effect: `${(await eventOf('person-invited', id)).number}.mail` };
  expect(await teller.deps.outbox.claim(done, NOW, NOW + LEASE)).toBe('done');
});
