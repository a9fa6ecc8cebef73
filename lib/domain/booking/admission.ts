import { dateAt } from '../calendar/zone.ts';
import type { Catalogue, Price, Release, SessionType } from '../catalogue.ts';
import type { CodeHolder } from '../company.ts';
import type { Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { attendingMember } from './whose.ts';

/** What is asked about a session's price. `company` is who the code belongs to, if anyone. */
export interface Inquiry {
  readonly sessionType: SessionType;
  /** Start of the session, in ms. */
  readonly start: number;
  readonly codeGiven: boolean;
  readonly company?: Pick<CodeHolder, 'id' | 'planUntil'>;
  readonly release?: Release;
}

/** What a booker says to be let in. */
export interface Application extends Inquiry {
  /** Who has the attendee's mail address, if anyone, of whatever company. */
  readonly holder?: Person;
}

/** Whom those who are turned down can turn to. */
export interface Contacts {
  readonly supportMail: string;
  /** Address of the page on which a company asks for accounts. */
  readonly accountsUrl: string;
}

export interface Quote {
  readonly companyId?: string;
  /** Absent when the session is free. */
  readonly price?: Price;
}

export interface Admission extends Quote {
  /** The member whom the session is for, where it is a member. */
  readonly personId?: string;
}

/**
 * Whether the session is free, and for whom. Throws what `quote` throws, and `account-required` where it is free for
 * the company's people and its attendee is none of them.
 */
export function admit(application: Application, catalogue: Catalogue, contacts: Contacts): Admission {
  const quoted = quote(application, catalogue, contacts);
  const member = attendingMember(application.holder, quoted.companyId);
  const forMembers = quoted.companyId !== undefined && catalogue.policy.accounts.requirePortalAccount;
  if (forMembers && member === undefined) throw accountRequired(contacts);
  return { ...quoted, ...(member === undefined ? {} : { personId: member.id }) };
}

/**
 * What the session costs, before it is known whom it is for. Throws when the release gets no sessions, when the code
 * is wrong or its plan ends before the session, and, until payment exists, when a price would be due.
 */
export function quote(inquiry: Inquiry, catalogue: Catalogue, { supportMail }: Contacts): Quote {
  refuseUnsupported(inquiry.release, supportMail);
  if (!inquiry.codeGiven && inquiry.sessionType.fee === 0) return {};
  if (!inquiry.codeGiven) throw paymentRequired(inquiry.sessionType, catalogue, supportMail);
  const { company } = inquiry;
  if (company === undefined) {
    throw new Refusal(
      'code-not-recognised',
      'No company has this code. It is shown on the profile page of the member portal.',
    );
  }
  if (company.planUntil < dateAt(catalogue.zone, inquiry.start)) {
    throw new Refusal(
      'code-expired',
      `The maintenance plan behind this code ends on ${company.planUntil}, before the session.`,
      {
        planUntil: company.planUntil,
        price: priceOf(inquiry.sessionType, catalogue),
      },
    );
  }
  return { companyId: company.id };
}

/** What the session costs without a company code. */
export function priceOf({ fee }: SessionType, { currency }: Catalogue): Price {
  return { amount: fee, currency };
}

/** What the booker of a session for this release is told: nothing for an active one. */
export function noticesOf(catalogue: Catalogue, releaseId: string | undefined): string[] {
  const release = limitedRelease(catalogue, releaseId);
  if (release === undefined) return [];
  return [`${release} is deprecated and gets limited support. Plan an upgrade to an active release.`];
}

/** Name of the release, if it is a deprecated one. */
export function limitedRelease({ releases }: Catalogue, releaseId: string | undefined): string | undefined {
  const release = releases.find(({ id }) => id === releaseId);
  return release?.support === 'deprecated' ? release.name : undefined;
}

function refuseUnsupported(release: Release | undefined, supportMail: string): void {
  if (release?.support !== 'end-of-life') return;
  throw new Refusal(
    'release-not-supported',
    `${release.name} has reached its end of life: there are no sessions or calls for it. Write to ${supportMail}.`,
    {
      release: release.id,
      mailTo: supportMail,
    },
  );
}

/** In the same words whether nobody has the address, or somebody who was invited or removed, or is another company's. */
function accountRequired({ accountsUrl }: Contacts): Refusal {
  return new Refusal(
    'account-required',
    `Free sessions are for people with an account of the company. A Primary or Manager of it asks for one at ${accountsUrl}; the person gets a mail, sets a password, and books.`,
    { accountsUrl },
  );
}

function paymentRequired(sessionType: SessionType, catalogue: Catalogue, supportMail: string): Refusal {
  const price = priceOf(sessionType, catalogue);
  return new Refusal(
    'payment-required',
    `Without a company code this session costs ${price.amount} ${price.currency}. To pay, write to ${supportMail}; with your company's code it is free.`,
    { price, mailTo: supportMail },
  );
}
