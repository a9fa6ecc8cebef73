import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { Language } from '../en.ts';

export const manage: Language['manage'] = {
  titles: {
    pending: 'Ihr Termin ist noch nicht bestätigt',
    confirmed: 'Ihr Termin ist bestätigt',
    moved: 'Ihr Termin ist verschoben',
    in_progress: 'Ihr Termin läuft',
    completed: 'Ihr Termin ist vorbei',
    cancelled: 'Ihr Termin ist abgesagt',
    no_show: 'Als versäumt vermerkt',
  },
  pending: 'Die Zeit ist für Sie reserviert. Wir schreiben Ihnen, sobald sie sicher ist.',
  confirmed: (consultant, mail) =>
    `${consultant} hat diese Zeit für Sie freigehalten. ${eMail}s dazu gehen an ${mail}.`,
  moved: (mail) =>
    `Es gilt nur noch die Zeit unten, und die Links bleiben dieselben. Eine ${eMail} an ${mail} bestätigt es.`,
  underWay: 'Es ist schon jemand da. Andere können noch dazukommen.',
  cancelled: (moment, mail) =>
    `Er wurde am ${moment} abgesagt. Sie brauchen nichts weiter zu tun. Eine ${eMail} an ${mail} bestätigt es.`,
  cancelledByText: (moment, mail) =>
    `Er wurde am ${moment} per SMS abgesagt. Sie brauchen nichts weiter zu tun. Eine ${eMail} an ${mail} bestätigt es.`,
  cancelledByStaff: (moment, mail) =>
    `Wir haben ihn am ${moment} abgesagt. Sie brauchen nichts weiter zu tun. Eine ${eMail} an ${mail} sagt es auch.`,
  addToCalendar: 'In den Kalender',
  another: 'Noch einen Termin buchen',
  join: 'So nehmen Sie teil',
  joinButton: 'Am Termin teilnehmen',
  joinFrom: (opens) => `Teilnehmen können Sie ab ${opens},`,
  joinNow: 'Sie können jetzt teilnehmen.',
  deadline: (until) => `Das geht hier bis ${until},`,
  move: 'Auf eine andere Zeit verschieben',
  moveButton: (moment) => `Auf ${moment} verschieben`,
  moveFrom: (moment) => `Statt ${moment}. Die neue Zeit bestätigen wir per ${eMail}.`,
  movePick:
    'Wählen Sie oben einen Tag und eine Zeit. Es ändert sich nichts, bis Sie auf den Knopf drücken, der dann kommt.',
  moveNone: 'Zurzeit ist keine andere Zeit frei.',
  lost: (moment) => `${moment} ist nicht mehr frei`,
  lostText: 'Ihr Termin hat noch seine alte Zeit. Das sind die nächsten freien Zeiten:',
  lostChoose: 'Ihr Termin hat noch seine alte Zeit. Bitte wählen Sie eine andere.',
  cancel: 'Absagen',
  cancelText: (moment) =>
    `Brauchen Sie den Termin am ${moment} nicht mehr? Dann bekommt die Zeit jemand anderes, und wir schicken keine Erinnerungen mehr.`,
  notRefunded: 'Es ist ein bezahlter Termin, und bezahlte Termine werden nicht erstattet.',
  reason: 'Warum, wenn Sie mögen',
  reasonTooLong: (most) => `Grund: bitte höchstens ${most} Zeichen.`,
  reasonMalformed: 'Grund: Das lässt sich nicht lesen. Bitte prüfen Sie es.',
  cancelButton: 'Diesen Termin absagen',
  late: 'Verschieben oder absagen',
  write: (mail) => `An ${mail} schreiben`,
  stale: 'Diese Buchung wurde inzwischen geändert',
  staleText: (moment) =>
    `Sie haben auf einer älteren Seite gedrückt, deshalb wurde nichts getan. Der Termin ist jetzt am ${moment}. Wenn Sie ihn noch ändern möchten, tun Sie es bitte unten.`,
  tooLate: 'Das kam zu spät',
  tooLateText: (until) => `Das ging hier bis ${until}. Es wurde nichts geändert.`,
  over: 'Es wurde nichts geändert',
  overText: 'Der Termin war vorbei, als Sie auf den Knopf drückten.',
  busy: 'Hier ist gerade viel los',
  busyText: 'Es wurde nichts geändert. Bitte drücken Sie gleich noch einmal.',
};
