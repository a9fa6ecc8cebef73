import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { Language } from '../en.ts';

export const standing: Language['standing'] = {
  reasons: {
    absent: 'niemand war da',
    late_notice: 'die Absage kam zu spät',
    never_joined_after_keeping_open: 'er blieb offen, und niemand kam',
  },
  missed: (date, reason) => `${date}: ${reason}`,
  countsUntil: (date) => `Das zählt bis ${date}.`,
  contest: 'Widersprechen',
  contestOf: (date) => `Dem versäumten Termin vom ${date} widersprechen`,
  contested: 'Sie haben widersprochen. Wir lesen es und entscheiden.',
  stays: 'Sie haben widersprochen, und es bleibt dabei.',
  byStaff: (reason) => `Das haben wir entschieden: ${reason}`,

  refused: {
    person: 'Kostenlose Termine sind für Sie zurzeit gesperrt',
    personUntil: (moment) => `Buchen können Sie sie wieder ab ${moment}.`,
    missed: 'Das folgt aus diesen versäumten Terminen:',
    company: 'Kostenlose Termine sind für Ihre Firma zurzeit gesperrt',
    companyUntil: (moment) => `Buchen lassen sie sich wieder ab ${moment}.`,
    tooSoon: 'Diese Zeit ist zu früh',
    tooSoonText:
      'Ihre Buchungen brauchen zurzeit eine Zusage von uns, und vor dieser Zeit arbeitet niemand lange genug, um sie zu geben. Bitte wählen Sie eine spätere Zeit. Es wurde nichts gebucht.',
    nothing: 'Es wurde nichts gebucht, und was Sie geschrieben haben, steht noch da.',
  },
  ways: {
    title: 'Was Sie tun können',
    wait: 'Bis dahin warten. Mehr brauchen Sie nicht zu tun.',
    fee: (fee, mail) =>
      `Die Gebühr von ${fee} bezahlen und sofort wieder kostenlos buchen: Schreiben Sie an ${mail}.`,
    paid: (price, mail) => `Diesen Termin bezahlen, für ${price}: Schreiben Sie an ${mail}.`,
    paidAny: (mail) => `Bis dahin bezahlte Termine buchen: Schreiben Sie an ${mail}.`,
    contest:
      'Widersprechen, wenn Sie einen Termin nicht versäumt haben oder nichts dafür konnten: über den Link oben.',
    contestByMail: `Widersprechen, wenn Sie einen Termin nicht versäumt haben oder nichts dafür konnten: Der Link steht in der ${eMail} dazu.`,
    ask: (mail) => `Uns danach fragen: Schreiben Sie an ${mail}.`,
  },

  own: {
    title: 'Wie es um Sie steht',
    good: 'Sie können kostenlose Termine buchen.',
    none: 'Kein versäumter Termin zählt gegen Sie.',
    some: (count) =>
      count === 1 ? 'Ein versäumter Termin zählt gegen Sie:' : `${count} versäumte Termine zählen gegen Sie:`,
    rule: (limit, months, days) =>
      `${limit} versäumte Termine innerhalb von ${months} Monaten sperren kostenlose Termine für ${days} Tage.`,
    blocked: (moment) => `Kostenlose Termine sind für Sie gesperrt bis ${moment}.`,
    approval: (date) => `Ihre Buchungen brauchen eine Zusage von uns bis ${date}.`,
    approvalWhy: (count, months) =>
      `Innerhalb von ${months} Monaten kam ${count} Mal die Absage zu spät. Wir sehen uns jede Buchung eines kostenlosen Termins an und schreiben Ihnen, ob er stattfindet.`,
  },
  company: {
    blocked: (company, moment) => `Kostenlose Termine sind für alle bei ${company} gesperrt bis ${moment}.`,
    approval: (company, moment) =>
      `Kostenlose Termine von ${company} brauchen eine Zusage von uns bis ${moment}. Wir sehen uns jede Buchung an.`,
    title: (company) => `Wie es um ${company} steht`,
    good: 'Alle in der Firma können kostenlose Termine buchen, ohne Zusage.',
    strikes: 'Verstöße',
    strikesText: 'Jede Sperre wegen versäumter Termine zählt als Verstoß der Firma.',
    noStrikes: 'Es gibt keine.',
    strike: (who, date) => `${date}: ${who}`,
    strikeFor: (dates) => `Wegen der versäumten Termine vom ${dates}.`,
    and: ' und ',
    erased: 'jemand, dessen Daten gelöscht sind',
    review: (date, count) =>
      `Wird geprüft seit ${date}: ${count} Termine wurden am selben Tag abgesagt oder verschoben. Wir entscheiden, was daraus folgt.`,
    decisions: 'Was wir entschieden haben',
    decided: {
      nothing: (date) => `${date}: Es folgt nichts daraus`,
      approval: (date, until) => `${date}: Buchungen brauchen eine Zusage bis ${until}`,
      block: (date, until) => `${date}: Kostenlose Termine sind gesperrt bis ${until}`,
    },
  },
};
