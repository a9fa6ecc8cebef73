import { dateAt } from '../calendar/zone.ts';
import type { Catalogue, Price, Release, SessionType } from '../catalogue.ts';
import type { Company } from '../company.ts';
import { Refusal } from '../refusal.ts';

/** What a booker says to be let in. `company` is who the code belongs to, if anyone. */
export interface Application {
  readonly sessionType: SessionType;
  /** Start of the session, in ms. */
  readonly start: number;
  readonly codeGiven: boolean;
  readonly company?: Company;
  readonly release?: Release;
}

export interface Admission {
  readonly companyId?: string;
  /** Absent when the session is free. */
  readonly price?: Price;
}

/**
 * Whether the session is free, and for whom. Throws when the release gets no sessions, when the code is
 * wrong or its plan ends before the session, and, until payment exists, when a price would be due.
 */
export function admit(application: Application, catalogue: Catalogue, supportMail: string): Admission {
  refuseUnsupported(application.release, supportMail);
  if (!application.codeGiven && application.sessionType.fee === 0) return {};
  if (!application.codeGiven) throw paymentRequired(application.sessionType, catalogue, supportMail);
  const { company } = application;
  if (company === undefined) {
    throw new Refusal(
      'code-not-recognised',
      'No company has this code. It is shown on the profile page of the member portal.',
    );
  }
  if (company.planUntil < dateAt(catalogue.zone, application.start)) {
    throw new Refusal(
      'code-expired',
      `The maintenance plan behind this code ends on ${company.planUntil}, before the session.`,
      {
        planUntil: company.planUntil,
        price: priceOf(application.sessionType, catalogue),
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

function paymentRequired(sessionType: SessionType, catalogue: Catalogue, supportMail: string): Refusal {
  const price = priceOf(sessionType, catalogue);
  return new Refusal(
    'payment-required',
    `Without a company code this session costs ${price.amount} ${price.currency}. To pay, write to ${supportMail}; with your company's code it is free.`,
    { price, mailTo: supportMail },
  );
}
