/** Mails about where somebody stands: to the person, and to the primaries of their company. */
export const standingMails = {
  labels: { company: 'Company', who: 'Who', blockedUntil: 'Blocked until', until: 'Until' },
  footer: (brand: string) => `Sent by ${brand} about free sessions for this address.`,
  companyFooter: (brand: string) => `Sent by ${brand} to the primary contacts of a company.`,
  book: 'Book a session',
  /** `fee` is what reinstates, such as "$100.00". */
  sooner: (fee: string, mail: string) =>
    `Paid sessions stay open to you. A payment of ${fee} opens the free ones again at once: write to ${mail}.`,
  wrong: (mail: string) => `Is this wrong? Write to ${mail}: a person reads it.`,

  blocked: {
    subject: 'Free sessions are blocked for a while',
    preview: (until: string) => `Until ${until}. Why, and what stays open to you.`,
    heading: 'Free sessions are blocked for a while',
    lead: 'A person here has decided that you can’t book free sessions for a while. The reason is given below.',
  },
  lifted: {
    subject: 'You can book free sessions again',
    preview: 'A person here has decided so.',
    heading: 'You can book free sessions again',
    lead: 'A person here has looked at where you stand. Nothing that was recorded so far keeps you from booking free sessions any more, or makes them need approval.',
  },
  reinstated: {
    subject: 'Thank you for your payment',
    preview: (open: boolean): string =>
      open ? 'You can book free sessions again.' : 'What it has ended, and what has not.',
    heading: 'Thank you for your payment',
    lead: (paid: string) => `We have received ${paid}, and the block on free sessions has ended with it.`,
    open: 'You can book free sessions again at once.',
    still: (until: string) =>
      `Something else was recorded since, so free sessions are blocked until ${until} all the same.`,
  },
  blockEnded: {
    subject: 'You can book free sessions again',
    preview: 'The block has ended.',
    heading: 'You can book free sessions again',
    lead: (when: string) => `The block on free sessions ended on ${when}. We are glad to have you back.`,
    hint: 'Should something come up, the links in our mails move or cancel a session. That way it never counts as a no-show.',
  },

  strike: {
    subject: (company: string) => `A strike on ${company}`,
    preview: (member: string) => `What ${member} missed, and what that means for you.`,
    heading: 'A strike on your company',
    lead: (member: string) =>
      `${member} has missed too many sessions within a short time. So free sessions are blocked for them, and your company has a strike on record.`,
    over: 'The block has ended by now.',
    others: 'Nobody else is blocked by it: colleagues book as before.',
    help: 'You can help: a session that is moved or cancelled in time, by the links in our mails, never counts as a no-show.',
  },
  strikeGone: {
    subject: (company: string) => `A strike on ${company} is taken back`,
    preview: (member: string) => `A no-show of ${member} does not count any more.`,
    heading: 'A strike is taken back',
    lead: (member: string) =>
      `We told you of a strike on your company because of sessions that ${member} missed. One of them does not count any more, so the strike is gone, and so is any block that came with it.`,
  },
  somebody: 'Somebody',
  ruled: {
    block: {
      subject: (company: string) => `Free sessions are blocked for ${company}`,
      heading: 'Free sessions are blocked for your company',
      lead: 'A person here has decided that nobody of your company can book free sessions for a while. The reason is given below.',
    },
    approval: {
      subject: (company: string) => `Sessions of ${company} need approval`,
      heading: 'Free sessions of your company need approval',
      lead: 'A person here has decided that free sessions of your company need our approval for a while. Everyone can book as before, and we answer each request by mail. The reason is given below.',
    },
    nothing: {
      subject: (company: string) => `${company} can book freely again`,
      heading: 'Your company can book freely again',
      lead: 'A person here has ended what kept your company from booking free sessions as usual. The reason is given below.',
    },
    preview: (until: string | undefined) => (until === undefined ? 'From now on.' : `Until ${until}.`),
    standing: 'Sessions that are booked already stand.',
    paid: (mail: string) => `Paid sessions stay open to all of you. To talk about it, write to ${mail}.`,
  },
};
