import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeLevel, chooseNewsletters, removePerson } from '../../../lib/app/people/change-account.ts';
import {
  inviteAccount,
  inviteStaffAccount,
  resendInvitationTo,
} from '../../../lib/app/people/invite-account.ts';
import { everyoneOf, peopleOf, personByEmail, personById } from '../../../lib/app/people/look-up.ts';
import { recordPassword, requestPasswordLink } from '../../../lib/app/people/passwords.ts';
import type { Member } from '../../../lib/domain/people/person.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import { type Engine, NOW, openEngine } from '../../world.ts';
import { firstTime, refusalOf } from '../acting.ts';
import {
  activeMember,
  as,
  interleaved,
  makePeopleWorld,
  memberOf,
  operator,
  type PeopleWorld,
  staffActor,
} from './people-world.ts';

let engine: Engine;
let world: PeopleWorld;
let primary: Member;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makePeopleWorld(engine);
  primary = await activeMember(world, 'primary');
});

const wish = { companyId: 'crates', name: 'Ada Park', email: 'ada@example.com', level: 'basic' } as const;
const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).code;

describe('an account', () => {
  it('is asked for, gets a password by its link, forgets it, and is removed: each is on record', async () => {
    const { deps } = world;
    const ada = await inviteAccount(deps, as(primary), wish);
    await resendInvitationTo(deps, as(primary), ada.id);
    expect(await recordPassword(deps, ada.id, 0)).toMatchObject({ status: 'active', activatedAt: NOW });
    await requestPasswordLink(deps, ' ADA+x@example.com');
    await recordPassword(deps, ada.id, 1);
    await changeLevel(deps, as(primary), ada.id, 'manager');
    await removePerson(deps, as(primary), ada.id);
    expect(await deps.people.person(ada.id)).toMatchObject({
      status: 'removed',
      level: 'manager',
      revision: 7,
    });
    expect(await world.eventsOf(ada.id)).toEqual([
      'person-invited',
      'invitation-resent',
      'password-set',
      'password-link-asked',
      'password-set',
      'level-changed',
      'person-removed',
    ]);
  });

  it('is not asked for in a company that there is not', async () => {
    expect(await codeOf(inviteAccount(world.deps, staffActor, { ...wish, companyId: 'none' }))).toBe(
      'not-found',
    );
  });

  it('is one for a mail address, in whatever company and however it is written', async () => {
    await inviteAccount(world.deps, as(primary), wish);
    const rows = await everyRow(world.table);
    const again = { ...wish, email: 'Ada+2@Example.com' };
    expect(await codeOf(inviteAccount(world.deps, as(primary), again))).toBe('account-exists');
    const elsewhere = { ...again, companyId: 'other' };
    expect(await codeOf(inviteAccount(world.deps, operator, elsewhere))).toBe('account-exists');
    expect(await codeOf(inviteStaffAccount(world.deps, operator, again))).toBe('account-exists');
    expect(await everyRow(world.table)).toEqual(rows);
  });

  it('of staff is of no company, and known to staff alone', async () => {
    const sam = await inviteStaffAccount(world.deps, operator, { name: 'Sam', email: 'sam@example.com' });
    expect(await personById(world.deps, staffActor, sam.id)).toEqual(sam);
    expect(await codeOf(personById(world.deps, as(primary), sam.id))).toBe('not-found');
    expect(await codeOf(changeLevel(world.deps, operator, sam.id, 'primary'))).toBe('not-found');
  });

  it('is a new one for whoever comes back', async () => {
    const { deps } = world;
    const first = await inviteAccount(deps, as(primary), wish);
    await removePerson(deps, as(primary), first.id);
    const second = await inviteAccount(deps, as(primary), wish);
    expect(second.id).not.toBe(first.id);
    expect(await personByEmail(deps, operator, wish.email)).toEqual(second);
    expect(await codeOf(recordPassword(deps, first.id, 0))).toBe('link-invalid');
  });
});

describe('a forgotten password', () => {
  it('leaves no trace where the account is not active, or there is none', async () => {
    await inviteAccount(world.deps, as(primary), wish);
    const rows = await everyRow(world.table);
    for (const email of [wish.email, 'nobody@example.com', 'no address'])
      expect(await requestPasswordLink(world.deps, email)).toBeUndefined();
    expect(await everyRow(world.table)).toEqual(rows);
  });

  it('never says that an account is busy, since only one that there is can be', async () => {
    const { deps } = world;
    const busy = interleaved(deps, 'commitPerson', () =>
      chooseNewsletters(deps, as(primary), primary.id, (changes++ & 1) === 1),
    );
    let changes = 0;
    expect(await requestPasswordLink(busy, primary.email)).toBeUndefined();
    expect(changes).toBeGreaterThan(1);
    expect(await world.eventsOf(primary.id)).not.toContain('password-link-asked');
  });
});

describe('at once', () => {
  it('two invitations of one address, by two companies, give one account', async () => {
    const { deps } = world;
    const other = await activeMember(world, 'primary', { companyId: 'other' });
    const faster = firstTime(() =>
      inviteAccount(deps, as(other), { ...wish, companyId: 'other', email: 'Ada+o@example.com' }),
    );
    const slower = interleaved(deps, 'commitPerson', faster);
    const refusal = await refusalOf(inviteAccount(slower, as(primary), wish));
    expect(refusal).toMatchObject({ code: 'account-exists', facts: {} });
    expect(await personByEmail(deps, operator, wish.email)).toEqual(await faster());
    expect(await everyoneOf(deps.people, 'crates')).toEqual([primary]);
  });

  it('ten invitations of one address give one account, and nine refusals', async () => {
    const attempts = Array.from({ length: 10 }, () => inviteAccount(world.deps, as(primary), wish));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused.map(({ code }) => code)).toEqual(Array(9).fill('account-exists'));
  });

  it('whoever is removed while using the link gets no password', async () => {
    const { deps } = world;
    const ada = await inviteAccount(deps, as(primary), wish);
    const meanwhile = firstTime(() => removePerson(deps, as(primary), ada.id));
    const activating = interleaved(deps, 'commitPerson', meanwhile);
    expect(await codeOf(recordPassword(activating, ada.id, 0))).toBe('link-invalid');
    expect(await deps.people.person(ada.id)).toMatchObject({ status: 'removed', passwordVersion: 0 });
  });

  it('whoever uses the link while being removed is removed', async () => {
    const { deps } = world;
    const ada = await inviteAccount(deps, as(primary), wish);
    const meanwhile = firstTime(() => recordPassword(deps, ada.id, 0));
    await removePerson(interleaved(deps, 'commitPerson', meanwhile), as(primary), ada.id);
    expect(await deps.people.person(ada.id)).toMatchObject({ status: 'removed', passwordVersion: 1 });
    expect(await world.eventsOf(ada.id)).toEqual(['person-invited', 'password-set', 'person-removed']);
  });

  it('a link that is used twice sets one password', async () => {
    const { deps } = world;
    const ada = await inviteAccount(deps, as(primary), wish);
    const meanwhile = firstTime(() => recordPassword(deps, ada.id, 0));
    const second = interleaved(deps, 'commitPerson', meanwhile);
    expect(await codeOf(recordPassword(second, ada.id, 0))).toBe('link-invalid');
    expect(await deps.people.person(ada.id)).toMatchObject({ status: 'active', passwordVersion: 1 });
  });

  it('two Primaries who take each other out leave one', async () => {
    const { deps } = world;
    const second = await activeMember(world, 'primary', { email: 'second@example.com' });
    const meanwhile = firstTime(() => removePerson(deps, as(second), primary.id));
    const slower = interleaved(deps, 'commitPerson', meanwhile);
    expect(await codeOf(changeLevel(slower, as(primary), second.id, 'basic'))).toBe('last-primary');
    expect(await everyoneOf(deps.people, 'crates')).toEqual([second]);
  });

  it('changes that always come too late end in an answer', async () => {
    const { deps } = world;
    const ada = await inviteAccount(deps, as(primary), wish);
    const busy = interleaved(deps, 'commitPerson', () => resendInvitationTo(deps, as(primary), ada.id));
    expect(await codeOf(changeLevel(busy, as(primary), ada.id, 'manager'))).toBe('busy');
  });
});

describe('newsletters', () => {
  it('are chosen, and the answer says whether the company still gets them', async () => {
    const { deps } = world;
    const ada = await activeMember(world, 'basic');
    const first = await chooseNewsletters(deps, as(ada), ada.id, false);
    expect(first).toMatchObject({ person: { newsletters: false }, companyGetsThem: true });
    const last = await chooseNewsletters(deps, as(primary), primary.id, false);
    expect(last.companyGetsThem).toBe(false);
    expect(await codeOf(chooseNewsletters(deps, as(primary), ada.id, true))).toBe('not-allowed');
  });
});

describe('a member of another company', () => {
  it('never meets a person: every command answers as if there were none', async () => {
    const { deps } = world;
    const ada = await activeMember(world, 'basic');
    const stranger = as(await activeMember(world, 'primary', { companyId: 'other' }));
    const rows = await everyRow(world.table);
    const answers = async (id: string) =>
      Promise.all(
        [
          personById(deps, stranger, id),
          changeLevel(deps, stranger, id, 'manager'),
          removePerson(deps, stranger, id),
          resendInvitationTo(deps, stranger, id),
          chooseNewsletters(deps, stranger, id, false),
        ].map(async (attempt) => {
          const { code, detail, facts } = await refusalOf(attempt);
          return { code, detail, facts };
        }),
      );
    const [known, unknown] = [await answers(ada.id), await answers('per_none')];
    expect(known).toEqual(unknown);
    expect(known.map(({ code }) => code)).toEqual(Array(5).fill('not-found'));
    expect(await codeOf(peopleOf(deps, stranger, 'crates', { limit: 10 }))).toBe('not-found');
    expect(await codeOf(inviteAccount(deps, stranger, wish))).toBe('not-found');
    expect(await everyRow(world.table)).toEqual(rows);
  });
});

describe('who has an account', () => {
  it('is seen by those who may ask for accounts; everybody sees their own', async () => {
    const { deps } = world;
    const [ada, mika] = [await activeMember(world, 'basic'), await activeMember(world, 'manager')];
    const { items } = await peopleOf(deps, as(mika), 'crates', { limit: 10 });
    expect(items.map(({ id }) => id)).toEqual([primary.id, ada.id, mika.id]);
    expect(await personById(deps, as(mika), ada.id)).toEqual(ada);
    expect(await codeOf(peopleOf(deps, as(ada), 'crates', { limit: 10 }))).toBe('not-allowed');
    expect(await codeOf(personById(deps, as(ada), mika.id))).toBe('not-allowed');
    expect(await personById(deps, as(ada), ada.id)).toEqual(ada);
  });

  it('is looked up by mail address by staff alone, and is nobody once removed', async () => {
    const { deps } = world;
    expect(await personByEmail(deps, staffActor, 'PRIMARY+x@crates.example')).toEqual(primary);
    expect(await codeOf(personByEmail(deps, as(primary), primary.email))).toBe('not-allowed');
    await removePerson(deps, staffActor, primary.id);
    expect(await personByEmail(deps, staffActor, primary.email)).toBeUndefined();
    expect(memberOf(await deps.people.person(primary.id)).status).toBe('removed');
  });
});
