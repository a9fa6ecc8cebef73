import * as z from 'zod/mini';
import type { RecordedCompanyEvent, RecordedPersonEvent } from '../app/people-deps.ts';
import { isDate } from '../domain/calendar/zone.ts';
import type { CodeHolder, Company, FormerCode } from '../domain/company.ts';
import { languageCodes } from '../domain/language.ts';
import type { CompanyEvent, PersonEvent } from '../domain/people/events.ts';
import { levels } from '../domain/people/level.ts';
import type { Member, Person, Staff } from '../domain/people/person.ts';
import type { CompanyRuling } from '../domain/standing/entry.ts';
import { type Fields, instant } from './rows.ts';

const date = z.string().check(z.refine(isDate));
const level = z.enum(levels);

const decision = z.enum(['nothing', 'approval', 'block']);
const ruling = (): z.ZodMiniType<CompanyRuling> =>
  z.object({
    decision,
    at: instant,
    by: z.string(),
    reason: z.string(),
    until: z.exactOptional(instant),
  } satisfies Fields<CompanyRuling>);

const holder = () =>
  ({
    id: z.string(),
    name: z.string(),
    planUntil: date,
    afterHours: z.boolean(),
    ruling: z.exactOptional(ruling()),
  }) satisfies Fields<CodeHolder>;

/** A company as its row holds it. */
export const companyRow = (): z.ZodMiniType<Company> =>
  z.object({
    ...holder(),
    code: z.string(),
    formerCodes: z.array(z.object({ code: z.string(), until: instant } satisfies Fields<FormerCode>)),
    formerRulings: z.array(ruling()),
    revision: z.int(),
  } satisfies Fields<Company>);

/** What a code opens: the company's facts that booking needs, so that one read answers. A replaced code has an end. */
export const codeRow = () => z.object({ ...holder(), until: z.exactOptional(instant) });

const account = () => ({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  status: z.enum(['invited', 'active', 'removed']),
  passwordVersion: z.int(),
  revision: z.int(),
  language: z.exactOptional(z.enum(languageCodes)),
  invitedAt: instant,
  invitedBy: z.string(),
  activatedAt: z.exactOptional(instant),
  removedAt: z.exactOptional(instant),
});

const member = () =>
  z.object({
    ...account(),
    staff: z.literal(false),
    companyId: z.string(),
    level,
    newsletters: z.boolean(),
  } satisfies Fields<Member>);

const staff = () => z.object({ ...account(), staff: z.literal(true) } satisfies Fields<Staff>);

/** A member as the company's list of its people holds it. */
export const memberRow = (): z.ZodMiniType<Member> => member();

/** A person as its row holds it. */
export const personRow = (): z.ZodMiniType<Person> => z.discriminatedUnion('staff', [member(), staff()]);

/** Who has a mail address, as the person's own row says it; and everybody who ever had it. */
export const addressRow = () =>
  z.object({
    personId: z.string(),
    holders: z.set(z.string()),
    account: z.exactOptional(personRow()),
  });

const happened = () => ({ at: instant, by: z.string() });
const link = () => ({ ...happened(), passwordVersion: z.int() });

type Of<Event extends { type: string }, Type extends Event['type']> = Fields<Extract<Event, { type: Type }>>;

const personEvent = (): z.ZodMiniType<PersonEvent> =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('person-invited'), ...link() } satisfies Of<PersonEvent, 'person-invited'>),
    z.object({ type: z.literal('invitation-resent'), ...link() } satisfies Of<
      PersonEvent,
      'invitation-resent'
    >),
    z.object({ type: z.literal('password-link-asked'), ...link() } satisfies Of<
      PersonEvent,
      'password-link-asked'
    >),
    z.object({ type: z.literal('password-set'), ...link(), activated: z.boolean() } satisfies Of<
      PersonEvent,
      'password-set'
    >),
    z.object({ type: z.literal('level-changed'), ...happened(), from: level, level } satisfies Of<
      PersonEvent,
      'level-changed'
    >),
    z.object({ type: z.literal('newsletters-chosen'), ...happened(), newsletters: z.boolean() } satisfies Of<
      PersonEvent,
      'newsletters-chosen'
    >),
    z.object({ type: z.literal('person-removed'), ...happened() } satisfies Of<
      PersonEvent,
      'person-removed'
    >),
    z.object({ type: z.literal('person-erased'), ...happened(), tombstone: z.string() } satisfies Of<
      PersonEvent,
      'person-erased'
    >),
  ]);

const companyEvent = (): z.ZodMiniType<CompanyEvent> =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('company-created'), ...happened() } satisfies Of<
      CompanyEvent,
      'company-created'
    >),
    z.object({ type: z.literal('plan-changed'), ...happened(), from: date, planUntil: date } satisfies Of<
      CompanyEvent,
      'plan-changed'
    >),
    z.object({
      type: z.literal('company-renamed'),
      ...happened(),
      from: z.string(),
      name: z.string(),
    } satisfies Of<CompanyEvent, 'company-renamed'>),
    z.object({ type: z.literal('after-hours-changed'), ...happened(), afterHours: z.boolean() } satisfies Of<
      CompanyEvent,
      'after-hours-changed'
    >),
    z.object({
      type: z.literal('company-ruled'),
      ...happened(),
      decision,
      until: z.exactOptional(instant),
    } satisfies Of<CompanyEvent, 'company-ruled'>),
    z.object({ type: z.literal('code-rotated'), ...happened(), formerUntil: instant } satisfies Of<
      CompanyEvent,
      'code-rotated'
    >),
  ]);

/** What happened to a person, as its row holds it. */
export const personEventRow = () =>
  z.object({
    kind: z.literal('event'),
    about: z.literal('person'),
    personId: z.string(),
    number: z.int(),
    event: personEvent(),
  } satisfies Fields<RecordedPersonEvent & { kind: 'event'; about: 'person' }>);

/** What happened to a company, as its row holds it. */
export const companyEventRow = () =>
  z.object({
    kind: z.literal('event'),
    about: z.literal('company'),
    companyId: z.string(),
    number: z.int(),
    event: companyEvent(),
  } satisfies Fields<RecordedCompanyEvent & { kind: 'event'; about: 'company' }>);
