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
    declined: 'Ihr Termin wurde nicht zugesagt',
    expired: 'Ihr Termin wurde nicht rechtzeitig zugesagt',
  },
  waiting: {
    because: {
      'late-notices':
        'Mehrere Male kam Ihre Absage zu spät. Deshalb sehen wir uns diese Buchung an, bevor sie gilt.',
      company: 'Wir sehen uns die Buchungen Ihrer Firma an, bevor sie gelten.',
    },
    decideBy: (moment) => `Wir entscheiden bis ${moment},`,
    decided: (moment) => `Wir entscheiden bis ${moment}.`,
    held: (mail) =>
      `Bis dahin ist die Zeit für Sie reserviert, und wir schreiben in jedem Fall an ${mail}. Sie brauchen nichts zu tun.`,
    otherwise:
      'Entscheiden wir nicht rechtzeitig, endet die Buchung von selbst, und es zählt nicht gegen Sie.',
    free: 'Verschieben oder absagen können Sie ihn auch, solange er wartet.',
  },
  declined: (moment, mail) =>
    `Wir haben ihn uns am ${moment} angesehen und nicht zugesagt. Er findet nicht statt, und es zählt nicht gegen Sie. Eine ${eMail} an ${mail} sagt es auch.`,
  expired:
    'Er brauchte eine Zusage, und wir haben nicht rechtzeitig entschieden. Das tut uns leid. Er findet nicht statt, und es zählt nicht gegen Sie.',
  confirmed: (consultant, mail) =>
    `${consultant} hat diese Zeit für Sie freigehalten. ${eMail}s dazu gehen an ${mail}.`,
  moved: (mail) =>
    `Es gilt nur noch die Zeit unten, und die Links bleiben dieselben. Eine ${eMail} an ${mail} bestätigt es.`,
  confirmedOnly: (consultant) => `${consultant} hat diese Zeit für Sie freigehalten.`,
  movedOnly: 'Es gilt nur noch die Zeit unten, und die Links bleiben dieselben.',
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
  moveFromOnly: (moment) => `Statt ${moment}.`,
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
  tooSoon: 'Diese Zeit ist zu früh',
  tooSoonText:
    'Diese Buchung braucht noch eine Zusage, und vor dieser Zeit arbeitet niemand lange genug, um sie zu geben. Es wurde nichts geändert. Bitte wählen Sie eine spätere Zeit.',
  busy: 'Hier ist gerade viel los',
  busyText: 'Es wurde nichts geändert. Bitte drücken Sie gleich noch einmal.',
  follows: {
    counts: (limit, months, days) =>
      `Das zählt ${months} Monate. ${limit} versäumte Termine in dieser Zeit sperren kostenlose Termine für ${days} Tage.`,
    blocked: (count, months, until) =>
      `Damit waren es ${count} versäumte Termine innerhalb von ${months} Monaten. Kostenlose Termine sind für Sie gesperrt bis ${until}.`,
    fee: (fee, mail) => `Eine Gebühr von ${fee} beendet das sofort: Schreiben Sie an ${mail}.`,
    blockOver: 'Die Sperre kostenloser Termine, die daraus folgte, ist vorbei.',
  },
  contest: {
    title: 'Stimmt das nicht?',
    text: 'Schreiben Sie uns, was war: dass Sie da waren, oder warum Sie nicht kommen konnten. Wir lesen es und entscheiden, ob es zählt.',
    label: 'Was war',
    hint: 'Das können Sie einmal senden.',
    button: 'An uns senden',
    sent: 'Sie haben widersprochen',
    sentText: (moment) => `Das haben Sie am ${moment} geschrieben:`,
    sentNext: (mail) =>
      `Wir lesen es und entscheiden. In jedem Fall schreiben wir an ${mail}. Bis dahin zählt der Termin als versäumt.`,
    stays: 'Wir haben es gelesen, und der Termin gilt weiter als versäumt',
    staysText: (moment) => `Das haben wir am ${moment} entschieden, aus diesem Grund:`,
    wrote: 'Was Sie geschrieben haben',
    more: (mail) => `Wenn es etwas gibt, das wir noch nicht wissen, schreiben Sie an ${mail}.`,
    excused: 'Wir haben gelesen, was Sie geschrieben haben',
    already: 'Sie haben schon widersprochen',
    alreadyText: 'Was Sie damals geschrieben haben, liegt uns vor, und es kam nichts dazu. Es steht unten.',
    settled: 'Hier gibt es nichts mehr zu widersprechen',
    settledText:
      'Der Termin wurde inzwischen entschuldigt oder gilt nicht mehr als versäumt. Er zählt nicht.',
  },
};
