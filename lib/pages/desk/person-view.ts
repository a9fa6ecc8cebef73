import type { Booking } from '../../domain/booking/booking.ts';
import type { Company } from '../../domain/company.ts';
import type { Mailbox } from '../../domain/mailbox.ts';
import type { Person } from '../../domain/people/person.ts';
import type { RulingInForce } from '../../domain/standing/company-standing.ts';
import type { Entry } from '../../domain/standing/entry.ts';
import type { PersonStanding } from '../../domain/standing/standing.ts';
import type { FieldProblems } from '../field.tsx';
import type { DeskInsider } from './desk-insider.ts';
import type { PersonForm } from './person-forms.ts';
import type { SessionNotice } from './told-notice.ts';

/** All that the page of a person shows. */
export interface PersonView {
  readonly insider: DeskInsider & { readonly csrf: string };
  readonly now: number;
  /** Normalized. */
  readonly email: string;
  /** By the account, else as the latest booking has it. */
  readonly name?: string;
  readonly mobile?: string;
  readonly account?: Person;
  /** Within which the standing is told; absent where it is without one. */
  readonly company?: Pick<Company, 'id' | 'name'> & { readonly ruling?: RulingInForce };
  /** The other companies in which something is recorded. */
  readonly elsewhere: readonly Pick<Company, 'id' | 'name'>[];
  readonly standing: PersonStanding;
  /** Whether mail reaches them. */
  readonly mailbox: Mailbox;
  /** All that is recorded, in whatever company. */
  readonly entries: readonly Entry[];
  /** Names of our staff who decided, by id. */
  readonly staff: ReadonlyMap<string, string>;
  readonly history: { readonly items: readonly Booking[]; readonly next?: string; readonly first: boolean };
  /** Sessions that keep the person from being erased, where that was tried. */
  readonly open?: readonly Booking[];
  readonly tried?: PersonForm;
  readonly problems: FieldProblems;
  readonly notice?: SessionNotice;
}
