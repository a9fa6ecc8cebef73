/** What the pages say of where somebody stands, why, and until when. Times, names and prices come in as they are told. */
export const standing = {
  /** Why a session counts as missed, after its date. */
  reasons: {
    absent: 'nobody joined',
    late_notice: 'notice came too late',
    never_joined_after_keeping_open: 'it was kept open, and nobody joined',
  },
  missed: (date: string, reason: string) => `${date}: ${reason}`,
  countsUntil: (date: string) => `It counts until ${date}.`,
  contest: 'Contest it',
  contestOf: (date: string) => `Contest the no-show of ${date}`,
  contested: 'You have contested it. We read it and decide.',
  stays: 'You contested it, and it stays.',
  byStaff: (reason: string) => `Our staff decided so: ${reason}`,

  /** Where a free session is refused. */
  refused: {
    person: 'Free sessions are blocked for you for now',
    personUntil: (moment: string) => `You can book them again from ${moment}.`,
    missed: 'It follows from these sessions that were missed:',
    company: 'Free sessions are blocked for your company for now',
    companyUntil: (moment: string) => `They can be booked again from ${moment}.`,
    tooSoon: 'This time is too soon',
    tooSoonText:
      'Your bookings need approval for now, and before this time nobody is at work long enough to give it. Please choose a later time. Nothing was booked.',
    nothing: 'Nothing was booked, and what you typed is still here.',
  },
  ways: {
    title: 'What you can do',
    wait: 'Wait until then. You need do nothing else.',
    fee: (fee: string, mail: string) =>
      `Pay the reinstatement fee of ${fee}, and book free sessions again at once: write to ${mail}.`,
    paid: (price: string, mail: string) => `Book this session as a paid one, for ${price}: write to ${mail}.`,
    paidAny: (mail: string) => `Book paid sessions meanwhile: write to ${mail}.`,
    contest: 'Contest a session that you did not miss, or could not help missing: by its link above.',
    contestByMail:
      'Contest a session that you did not miss, or could not help missing: the mail about it has the link.',
    ask: (mail: string) => `Ask us about it: write to ${mail}.`,
  },

  /** On the profile. */
  own: {
    title: 'Where you stand',
    good: 'You can book free sessions.',
    none: 'No missed session counts against you.',
    some: (count: number) =>
      count === 1 ? 'One missed session counts against you:' : `${count} missed sessions count against you:`,
    rule: (limit: number, months: number, days: number) =>
      `${limit} missed sessions within ${months} months block free sessions for ${days} days.`,
    blocked: (moment: string) => `Free sessions are blocked for you until ${moment}.`,
    approval: (date: string) => `Your bookings need approval until ${date}.`,
    approvalWhy: (count: number, months: number) =>
      `Notice came too late ${count} times within ${months} months. One of us looks at each booking of a free session, and we write to you whether it stands.`,
  },
  company: {
    blocked: (company: string, moment: string) =>
      `Free sessions are blocked for everybody at ${company} until ${moment}.`,
    approval: (company: string, moment: string) =>
      `Free sessions of ${company} need approval until ${moment}. One of us looks at each booking.`,
    title: (company: string) => `Where ${company} stands`,
    good: 'Its people can book free sessions, without approval.',
    strikes: 'Strikes',
    strikesText: 'Each time missed sessions block somebody, the company gets a strike.',
    noStrikes: 'There is none.',
    strike: (who: string, date: string) => `${date}: ${who}`,
    strikeFor: (dates: string) => `For the sessions missed on ${dates}.`,
    and: ' and ',
    erased: 'somebody whose data were erased',
    review: (date: string, count: number) =>
      `Under review since ${date}: ${count} sessions were cancelled or moved on their own day. One of us decides what follows.`,
    decisions: 'What we decided',
    decided: {
      nothing: (date: string) => `${date}: nothing follows`,
      approval: (date: string, until: string) => `${date}: bookings need approval until ${until}`,
      block: (date: string, until: string) => `${date}: free sessions are blocked until ${until}`,
    },
  },
};
