/** The numbers and choices of the company's policy. Every default is the one that the company states today. */
export interface Policy {
  readonly offering: {
    /** Slots start on multiples of this many minutes after midnight, in the deployment's zone. */
    readonly slotEveryMinutes: number;
    /** A slot nearer than this can't be booked. Longer than the link cutoff, so that no link is dead on arrival. */
    readonly noticeMinutes: number;
    readonly horizonDays: number;
    /** Minutes kept free after every session. */
    readonly bufferMinutes: number;
  };
  readonly reminders: { readonly hoursBefore: readonly number[] };
  readonly changes: {
    /** Links in mails move and cancel until this many minutes before the start. */
    readonly linkUntilMinutes: number;
    /** Texts (and mails to staff) move and cancel until this many minutes before the start. Later is a no-show. */
    readonly textUntilMinutes: number;
  };
  readonly start: {
    /** The join link opens this many minutes before the start. */
    readonly joinFromMinutes: number;
    readonly checkInAfterMinutes: number;
    readonly closeAfterMinutes: number;
    readonly closeWithoutMobileAfterMinutes: number;
  };
  readonly noShows: {
    /** This many confirmed no-shows within the window block free sessions. */
    readonly limit: number;
    readonly windowMonths: number;
    readonly blockDays: number;
    /** Reinstates a person sooner, in the fee schedule's currency. */
    readonly reinstatementFee: number;
  };
  readonly lateNotices: {
    /** From this many late notices within the window, bookings need approval. */
    readonly limit: number;
    readonly windowMonths: number;
    /** An approval that nobody decides expires this many working hours before the start. */
    readonly decideWorkingHoursBefore: number;
  };
  readonly sameDayChanges: {
    /** More than this many same-day cancellations and moves within the window flag a company for review. */
    readonly limit: number;
    readonly windowDays: number;
  };
  /** The most texts that go out. Whoever reaches a limit is treated as having no mobile number. */
  readonly texts: {
    /** To one number within any 60 minutes. */
    readonly perNumberHour: number;
    /** To one number within any 24 hours. */
    readonly perNumberDay: number;
    /** About the sessions of one company, in a day of UTC. Those of no company count together. */
    readonly perCompanyDay: number;
    /** Altogether, in a day of UTC. */
    readonly perDay: number;
  };
  /** The most tries to sign in, or to ask for a link, within a quarter of an hour. */
  readonly signIn: {
    /** For one mail address, whether it has an account or not. */
    readonly triesPerAddress: number;
    /** From one IP address; of those of version 6, from one /64 network. */
    readonly triesPerSource: number;
  };
  /** The most that is asked for by those who book. Whoever reaches a limit is told when to come back. */
  readonly bookings: {
    /** Bookings asked for within an hour, in vain or not: for one mail address. */
    readonly triesPerAddress: number;
    /** With one mobile number. */
    readonly triesPerNumber: number;
    /** From one IP address; of those of version 6, from one /64 network. A whole company may share one. */
    readonly triesPerSource: number;
    /** Company codes that there are not, from one source within a quarter of an hour. */
    readonly wrongCodesPerSource: number;
  };
  readonly accounts: {
    /** Whether a free session is only for people with an account of the company whose code it is booked with. */
    readonly requirePortalAccount: boolean;
  };
  readonly tickets: {
    readonly urgentResponseHours: number;
    readonly responseHours: number;
    /** Minutes of remote service a company may use in a day. */
    readonly dailyRemoteMinutes: number;
  };
}

export const standardPolicy: Policy = {
  offering: { slotEveryMinutes: 30, noticeMinutes: 70, horizonDays: 60, bufferMinutes: 0 },
  reminders: { hoursBefore: [24, 2] },
  changes: { linkUntilMinutes: 65, textUntilMinutes: 30 },
  start: {
    joinFromMinutes: 15,
    checkInAfterMinutes: 5,
    closeAfterMinutes: 15,
    closeWithoutMobileAfterMinutes: 10,
  },
  noShows: { limit: 2, windowMonths: 6, blockDays: 60, reinstatementFee: 100 },
  lateNotices: { limit: 3, windowMonths: 6, decideWorkingHoursBefore: 4 },
  sameDayChanges: { limit: 3, windowDays: 30 },
  texts: { perNumberHour: 6, perNumberDay: 12, perCompanyDay: 200, perDay: 2000 },
  signIn: { triesPerAddress: 8, triesPerSource: 60 },
  bookings: { triesPerAddress: 60, triesPerNumber: 60, triesPerSource: 1000, wrongCodesPerSource: 40 },
  accounts: { requirePortalAccount: true },
  tickets: { urgentResponseHours: 1, responseHours: 24, dailyRemoteMinutes: 30 },
};
