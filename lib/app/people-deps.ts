import type { CodeHolder, Company } from '../domain/company.ts';
import type { CompanyEvent, PersonEvent } from '../domain/people/events.ts';
import type { Member, Person } from '../domain/people/person.ts';
import type { Bus } from './bus.ts';
import type { EffectDeps } from './deps.ts';
import type { Identity } from './identity.ts';

/** What a command on companies and people needs of the world. */
export interface PeopleDeps {
  readonly now: () => number;
  readonly newPersonId: () => string;
  /** A company code that nobody has guessed. */
  readonly newCode: () => string;
  /** Waits before try number `attempt` (from 1) at a commit that lost a race. */
  readonly pause: (attempt: number) => Promise<void>;
  readonly people: PeopleTable;
}

/** What reacting to an event of a person's account needs. */
export interface PersonEffectDeps extends EffectDeps {
  readonly people: PeopleTable;
  readonly identity: Pick<Identity, 'remove'>;
  readonly bus: Bus;
}

/** The rows of companies and people. All reads are consistent. */
export interface PeopleTable {
  company(id: string): Promise<Company | undefined>;
  /** Also one who was removed. One read. */
  person(id: string): Promise<Person | undefined>;
  /** Who has the normalized mail address, or the removed person who had it last. One read, also where nobody has. */
  personByEmail(normalized: string): Promise<Person | undefined>;
  /** Everybody who ever had the normalized mail address. A read for each, and one. */
  everyHolderOf(normalized: string): Promise<readonly Person[]>;
  /** Those of the companies that there are, by their ids: many in a few reads. */
  companies(ids: readonly string[]): Promise<ReadonlyMap<string, Company>>;
  /** What `personByEmail` gives for each of many normalized mail addresses, by address, in a few reads. */
  peopleByEmail(normalized: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** Whom normalized codes open at `now` (ms), by code: many in a few reads. */
  codeHolders(codes: readonly string[], now: number): Promise<ReadonlyMap<string, CodeHolder>>;
  /** Members that are not removed, in order of invitation. Throws `invalid-input` for a cursor that isn't ours. */
  membersOf(companyId: string, page: PageWish): Promise<Page<Member>>;
  /** One transaction. Throws Stale or CodeTaken, and then has changed nothing. */
  commitCompany(change: CompanyChange): Promise<void>;
  /** One transaction. Throws Stale or AddressTaken, and then has changed nothing. */
  commitPerson(change: PersonChange): Promise<void>;
}

export interface PageWish {
  /** How many at most. */
  readonly limit: number;
  /** `next` of the page before; absent for the first. */
  readonly cursor?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Absent where nothing follows. */
  readonly next?: string;
}

export interface CompanyChange {
  readonly before: Company | undefined;
  readonly after: Company;
  readonly events: readonly CompanyEvent[];
  readonly now: number;
}

export interface PersonChange {
  readonly before: Person | undefined;
  readonly after: Person;
  readonly events: readonly PersonEvent[];
  /**
   * The company, where the change was decided on who else it has: as it was read before them. Of two such changes at
   * once, one is Stale.
   */
  readonly decidedOn?: Company;
}

/** The code is another company's. */
export class CodeTaken extends Error {}
/** The mail address is another person's. */
export class AddressTaken extends Error {}

/** What happened to a company, as the stream brings it. */
export interface RecordedCompanyEvent {
  readonly companyId: string;
  readonly number: number;
  readonly event: CompanyEvent;
}

/** What happened to a person, as the stream brings it. */
export interface RecordedPersonEvent {
  readonly personId: string;
  readonly number: number;
  readonly event: PersonEvent;
}
