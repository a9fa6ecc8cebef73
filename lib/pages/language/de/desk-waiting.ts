import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { DeskWords } from '../en/desk.ts';

export const deskWaiting: DeskWords['waiting'] = {
  title: 'Wartet auf eine Entscheidung',
  intro: 'Was am längsten wartet, steht zuerst.',
  queues: {
    approvals: 'Zusagen',
    contests: 'Widersprüche',
    reviews: 'Firmen',
  },
  none: {
    approvals: 'Keine Buchung wartet auf eine Zusage.',
    contests: 'Gegen keinen versäumten Termin liegt ein Widerspruch vor.',
    reviews: 'Bei keiner Firma ist etwas zu entscheiden.',
  },
  more: {
    approvals: 'Weitere Zusagen',
    contests: 'Weitere Widersprüche',
    reviews: 'Weitere Firmen',
  },
  all: 'Zurück zu allem, was wartet',
  since: (moment) => `Seit ${moment}`,
  decideBy: (moment, away) => `Zu entscheiden bis ${moment}, ${away}. Dann endet sie von selbst.`,
  tooLate: 'Die Zeit für die Entscheidung ist um. Die Buchung endet gleich von selbst.',
  because: {
    'late-notices': 'Braucht eine Zusage, weil Absagen zu oft zu spät kamen.',
    company: 'Braucht eine Zusage, weil es für die Firma so entschieden wurde.',
  },
  topic: (topic) => `Thema: ${topic}`,
  open: 'Der Termin',
  standing: 'Wie es um die Person steht',
  missed: (reason) => `Versäumt: ${reason}`,
  wrote: (moment) => `Widerspruch vom ${moment}:`,
  ends: (moment) => `Wird er entschuldigt, endet die Sperre bis ${moment}.`,
  changes: (count, limit, days) =>
    `${count} Termine wurden am selben Tag abgesagt oder verschoben. Mehr als ${limit} innerhalb von ${days} Tagen sehen wir uns an.`,
  change: {
    cancelled: (who, when) => `abgesagt von ${who}, ${when}`,
    moved: (who, when) => `verschoben von ${who}, ${when}`,
  },
  erased: 'jemand, der gelöscht wurde',
  strikes: (count) =>
    count === 1 ? 'Dort wurde bisher eine Person gesperrt.' : `Dort gab es bisher ${count} Sperren.`,
  noStrikes: 'Dort wurde bisher niemand gesperrt.',
  before: 'Was vorher entschieden wurde',

  reason: 'Grund',
  reasonHint: {
    approvals: 'Bei einer Ablehnung liest die Person ihn Wort für Wort. Bei einer Zusage darf er fehlen.',
    contests: 'Bleibt es dabei, liest die Person ihn Wort für Wort. Sonst steht er nur in der Akte.',
    reviews: `Die Primaries der Firma lesen ihn in der ${eMail}, ihre Leute im Portal.`,
  },
  until: 'Letzter Tag der Zusagepflicht oder Sperre',
  untilWrong: 'Letzter Tag: ein Datum ab heute, etwa 2027-12-31.',
  buttons: {
    approve: 'Zusagen',
    decline: 'Ablehnen',
    excuse: 'Entschuldigen',
    'reject-contest': 'Dabei belassen',
    nothing: 'Nichts folgt',
    approval: 'Nur mit Zusage',
    block: 'Sperren',
  },
  does: {
    approve: (mail) =>
      `Der Termin steht, mit Erinnerungen und SMS wie immer. ${mail} bekommt eine ${eMail}. Absagen lässt er sich später noch.`,
    decline: (mail) =>
      `Die Buchung endet, die Zeit ist wieder frei. ${mail} bekommt eine ${eMail} mit dem Grund. Das lässt sich nicht rückgängig machen.`,
    excuse: (mail) =>
      `Der versäumte Termin bleibt in der Akte und zählt nicht. ${mail} bekommt eine ${eMail}. Das lässt sich nicht rückgängig machen.`,
    'reject-contest': (mail) =>
      `Der versäumte Termin zählt weiter. ${mail} bekommt eine ${eMail} mit dem Grund. Entschuldigen lässt er sich später noch.`,
    nothing: 'Der Fall ist erledigt. Die Leute der Firma buchen kostenlose Termine wie bisher.',
    approval: 'Jede Buchung eines kostenlosen Termins wartet auf unsere Zusage, bis zum letzten Tag.',
    block: 'Niemand dort kann einen kostenlosen Termin buchen, bis zum letzten Tag. Bezahlte gehen weiter.',
    reviews: 'Gebuchte Termine bleiben. Auf der Seite der Firma lässt sich neu entscheiden.',
  },
  done: {
    approve: 'Zugesagt',
    decline: 'Abgelehnt',
    excuse: 'Der versäumte Termin ist entschuldigt',
    'reject-contest': 'Es bleibt beim versäumten Termin',
    nothing: 'Der Fall ist erledigt',
    approval: 'Buchungen der Firma brauchen eine Zusage',
    block: 'Die Firma ist gesperrt',
  },
  about: (name, when) => `${name}, ${when}`,
  ways: {
    approve: 'Doch noch absagen',
    decline: 'Zum Termin',
    excuse: 'Zum Termin',
    'reject-contest': 'Doch noch entschuldigen',
    company: 'Anders entscheiden',
  },
};
