import type { Language } from '../en.ts';

/** What is particular to each mail: subject, the line that inboxes preview, heading and message. */
export const mails: Language['mails'] = {
  confirmed: {
    subject: (f) => `Gebucht: ${f.session}, ${f.when}`,
    preview: (consultant) =>
      `Mit ${consultant}. So nehmen Sie teil, so bereiten Sie sich vor, so ändern Sie etwas.`,
    heading: 'Ihr Termin ist gebucht',
    lead: (consultant) => `${consultant} hat diese Zeit für Sie freigehalten.`,
    byStaff: 'Wir haben die genaue Zeit unten für Sie festgelegt. Der Grund steht dabei.',
  },
  requested: {
    subject: (f) => `Angefragt: ${f.session}, ${f.when}`,
    preview: (until) => `Wir entscheiden bis ${until}, und Sie hören auf jeden Fall von uns.`,
    heading: 'Ihr Termin wartet auf Zustimmung',
    lead: (consultant) =>
      `Wir haben Ihre Anfrage, und ${consultant} hält diese Zeit für Sie frei. Ein Termin wird daraus, sobald jemand von uns zustimmt. Sie hören auf jeden Fall von uns.`,
    because: {
      'late-notices': 'Wir sehen sie uns vorher an, weil mehrere Ihrer Termine zu spät abgesagt wurden.',
      company: 'Wir sehen sie uns vorher an, weil Termine Ihrer Firma zurzeit unsere Zustimmung brauchen.',
    },
    expires: (until) =>
      `Hat bis ${until} niemand entschieden, endet die Anfrage von selbst. Das zählt dann nicht gegen Sie.`,
    decideBy: 'Wir entscheiden bis',
  },
  approved: {
    subject: (f) => `Zugestimmt: ${f.session}, ${f.when}`,
    preview: (consultant) =>
      `Mit ${consultant}. So nehmen Sie teil, so bereiten Sie sich vor, so ändern Sie etwas.`,
    heading: 'Ihr Termin findet statt',
    lead: (consultant) =>
      `Wir haben zugestimmt: Der Termin ist gebucht, und ${consultant} freut sich auf Sie.`,
  },
  declined: {
    subject: (f) => `Abgelehnt: ${f.session}, ${f.when}`,
    preview: 'Warum, und was Sie tun können.',
    heading: 'Wir konnten Ihrem Termin nicht zustimmen',
    lead: 'Jemand von uns hat sich Ihre Anfrage angesehen und konnte nicht zustimmen. Der Grund steht unten. Der Termin findet also nicht statt. Das zählt nicht gegen Sie.',
    again: (mail) =>
      `Ein bezahlter Termin braucht keine Zustimmung. Möchten Sie einen buchen oder darüber sprechen, schreiben Sie an ${mail}.`,
  },
  approvalExpired: {
    subject: (f) => `Nicht entschieden: ${f.session}, ${f.when}`,
    preview: 'Das tut uns leid. Was Sie jetzt tun können.',
    heading: 'Niemand hat rechtzeitig zugestimmt',
    lead: 'Das tut uns leid: Niemand von uns hat rechtzeitig über Ihre Anfrage entschieden. Der folgende Termin findet deshalb nicht statt. Das zählt nicht gegen Sie.',
    again: (mail) =>
      `Brauchen Sie ihn noch, buchen Sie bitte eine spätere Zeit, oder schreiben Sie an ${mail}.`,
  },
  moved: {
    subject: (f) => `Verschoben: ${f.session}, jetzt ${f.when}`,
    preview: (old) => `Nicht mehr ${old}. Es gilt nur die neue Zeit.`,
    heading: 'Ihr Termin ist verschoben',
    byStaff: 'Wir haben Ihren Termin verschoben. Der Grund steht unten.',
    lead: 'Von jetzt an gilt nur die neue Zeit. Die Links bleiben dieselben.',
    request: {
      subject: (f) => `Angefragt: ${f.session}, jetzt ${f.when}`,
      heading: 'Ihre Anfrage hat eine neue Zeit',
      byStaff: 'Wir haben Ihre Anfrage verschoben. Der Grund steht unten.',
      lead: 'Von jetzt an gilt nur die neue Zeit. Ein Termin wird daraus, sobald jemand von uns zustimmt.',
    },
  },
  cancelled: {
    subject: (f) => `Abgesagt: ${f.session}, ${f.when}`,
    preview: 'Sie bekommen dazu keine weiteren Nachrichten.',
    heading: 'Ihr Termin ist abgesagt',
    byStaff: 'Wir haben Ihren Termin abgesagt. Der Grund steht unten.',
    lead: 'Der folgende Termin findet nicht statt. Sie brauchen nichts weiter zu tun, und wir schicken keine Erinnerungen mehr.',
    notRefunded: 'Es war ein bezahlter Termin, und bezahlte Termine werden nicht erstattet.',
    request: {
      subject: (f) => `Anfrage beendet: ${f.session}, ${f.when}`,
      heading: 'Ihre Anfrage ist beendet',
      byStaff: 'Wir haben Ihre Anfrage beendet. Der Grund steht unten.',
      lead: 'Dem folgenden Termin war noch nicht zugestimmt, und er findet nicht statt. Sie brauchen nichts weiter zu tun.',
    },
    again: (mail) =>
      `Haben Sie das nicht veranlasst, oder möchten Sie eine andere Zeit? Schreiben Sie an ${mail}.`,
  },
  reminder: {
    subject: (f) => `${capital(f.away)}: ${f.session}, ${f.when}`,
    preview: (consultant) =>
      `Mit ${consultant}. So nehmen Sie teil, und so ändern Sie etwas, wenn es sein muss.`,
    heading: (away) => `Ihr Termin ist ${away}`,
    lead: (consultant) => `${consultant} freut sich auf Sie.`,
  },
  noShow: {
    subject: (f) => `Termin versäumt: ${f.session}, ${f.when}`,
    preview: 'Was wir vermerkt haben, was daraus folgt, und wie Sie widersprechen.',
    heading: 'Wir haben Sie vermisst',
    absentAsked: (ending, asked, closed) =>
      `Niemand war da, weder online noch per Telefon, und auf die SMS, die wir um ${asked} Uhr an die Mobilnummer mit der Endung ${ending} geschickt haben, kam keine Antwort. Deshalb haben wir den Termin um ${closed} Uhr geschlossen und als versäumt vermerkt.`,
    absent: (closed) =>
      `Niemand war da, weder online noch per Telefon. Deshalb haben wir den Termin um ${closed} Uhr geschlossen und als versäumt vermerkt.`,
    keptOpen: (closed) =>
      `Sie hatten uns gebeten, den Termin offen zu halten, und das haben wir getan. Bis er um ${closed} Uhr schloss, war niemand da, weder online noch per Telefon. Deshalb haben wir ihn als versäumt vermerkt.`,
    lateNotice: (noticed, least) =>
      `Am ${noticed} haben Sie uns per SMS abgesagt. Das war weniger als ${least} vor Beginn, zu spät, um die Zeit noch jemand anderem zu geben. Deshalb haben wir den Termin als versäumt vermerkt.`,
    noticeAfterStart: (noticed) =>
      `Am ${noticed} haben Sie uns per SMS abgesagt. Da hatte der Termin schon begonnen, zu spät, um die Zeit noch jemand anderem zu geben. Deshalb haben wir ihn als versäumt vermerkt.`,
    follows: 'Was daraus folgt',
    meaning:
      'Das halten wir bei jeder Buchung so. Wer Termine wiederholt versäumt, kann eine Zeit lang keine kostenlosen buchen.',
    counted: (f) =>
      `Sie haben jetzt ${missedSessions(f.counted)} innerhalb von ${months(f.months)}. Bei ${f.limit} sind kostenlose Termine für ${days(f.days)} gesperrt. Das gilt für alle.`,
    blocked: (f) =>
      `Sie haben jetzt ${missedSessions(f.counted)} innerhalb von ${months(f.months)}, deshalb sind kostenlose Termine für Sie gesperrt. Das gilt für alle.`,
    blockedUntil: 'Gesperrt bis',
    missed: 'Versäumter Termin',
    sooner: (fee, mail) =>
      `Bezahlte Termine stehen Ihnen weiter offen. Eine Zahlung von ${fee} öffnet die kostenlosen sofort wieder: Schreiben Sie an ${mail}.`,
    approval: (count, until) =>
      `Zu spät abgesagt bisher: ${count}. Deshalb stimmt bis ${until} jemand von uns jedem Ihrer kostenlosen Termine vorher zu.`,
    isWrong: 'Stimmt das nicht, oder ist etwas dazwischengekommen?',
    wrong:
      'Bitte sagen Sie es uns. Ein Mensch liest es und kann den Vermerk entschuldigen: Dann zählt er nicht.',
    contest: 'Dem Vermerk widersprechen',
  },
  noShowReversed: {
    subject: (f) => `Doch nicht versäumt: ${f.session}, ${f.when}`,
    preview: (open) =>
      open ? 'Ihr Termin ist offen: Kommen Sie dazu.' : 'Der Vermerk ist zurückgenommen und zählt nicht.',
    heading: 'Der Termin gilt nicht als versäumt',
    answered:
      'Sie hatten rechtzeitig geantwortet, und Ihre Antwort erreichte uns erst, als der Termin geschlossen war.',
    joined: 'Sie waren rechtzeitig da, und wir haben es erst erfahren, als der Termin geschlossen war.',
    cancelled:
      'Sie hatten rechtzeitig per SMS abgesagt, und Ihre SMS erreichte uns erst, als der Termin geschlossen war.',
    cleared: 'Wir haben den Vermerk „versäumt“ zurückgenommen. Er zählt nicht.',
    open: 'Der Termin ist wieder offen: Bitte kommen Sie jetzt dazu.',
    over: (mail) =>
      `Der Termin selbst ist vorbei. Wenn Sie ihn noch brauchen, schreiben Sie an ${mail}, und wir finden eine andere Zeit.`,
    isCancelled: (mail) =>
      `Der Termin ist abgesagt, wie Sie es wollten. Möchten Sie eine andere Zeit, schreiben Sie an ${mail}.`,
  },
  noShowExcused: {
    subject: (f) => `Entschuldigt: ${f.session}, ${f.when}`,
    preview: 'Es zählt nicht.',
    heading: 'Das Versäumnis ist entschuldigt',
    lead: 'Jemand von uns hat sich den Termin angesehen, der als versäumt vermerkt ist, und ihn entschuldigt.',
    counts: 'Der Vermerk bleibt, und er zählt nicht. Sie brauchen nichts weiter zu tun.',
    another: (mail) =>
      `Brauchen Sie den Termin noch, schreiben Sie an ${mail}, und wir finden eine andere Zeit.`,
  },
  relief: {
    unblocked: 'Damit ist auch die Sperre weg: Sie können wieder kostenlose Termine buchen.',
    unblockedAndUnstruck:
      'Damit sind auch die Sperre und der Verstoß Ihrer Firma weg: Sie können wieder kostenlose Termine buchen.',
    unstruck: 'Damit ist auch der Verstoß Ihrer Firma weg.',
    stillBlocked: (until) =>
      `Kostenlose Termine bleiben trotzdem bis ${until} gesperrt, aus einem anderen Grund.`,
  },
  contestRejected: {
    subject: (f) => `Der Vermerk bleibt: ${f.session}, ${f.when}`,
    preview: 'Ein Mensch hat gelesen, was Sie geschrieben haben.',
    heading: 'Der Vermerk „versäumt“ bleibt',
    lead: 'Danke, dass Sie uns geschrieben haben. Jemand von uns hat es gelesen und entschieden, dass der Vermerk für den folgenden Termin bleibt. Der Grund steht unten.',
    again: (mail) => `Haben Sie Fragen dazu, schreiben Sie an ${mail}.`,
  },
  mobileLost: {
    subjects: {
      'opted-out': (f) => `SMS sind aus: ${f.session}, ${f.when}`,
      refused: (f) => `Keine SMS möglich: ${f.session}, ${f.when}`,
      withheld: (f) => `Diesmal keine SMS: ${f.session}, ${f.when}`,
    },
    preview: 'Was das für Ihren Termin heißt, und wie Sie teilnehmen.',
    headings: {
      'opted-out': 'SMS sind ausgeschaltet',
      refused: 'An Ihre Nummer gehen keine SMS',
      withheld: 'Diesmal ging keine SMS an Sie',
    },
    leads: {
      'opted-out': () =>
        'Sie möchten keine SMS mehr von uns, deshalb schicken wir keine. Falls Sie nur den Termin absagen wollten: Er steht noch. Die Wörter STOP, CANCEL oder END schalten SMS aus und sagen nichts ab. Was sich noch ändern lässt, und wie, steht unten.',
      refused: (ending) =>
        `Eine SMS an die Mobilnummer mit der Endung ${ending} ist nicht möglich. Vielleicht gehört sie zum Festnetz.`,
      withheld: (ending) =>
        `An die Mobilnummer mit der Endung ${ending} konnten wir diesmal keine SMS schicken.`,
    },
    noCheckIn: 'Deshalb fragt nach Beginn keine SMS, ob Sie noch kommen.',
  },
  mobileRestored: {
    subject: (f) => `Wieder mit SMS: ${f.session}, ${f.when}`,
    preview: 'Was Sie jetzt per SMS tun können.',
    heading: 'SMS sind wieder eingeschaltet',
    lead: 'Sie möchten wieder SMS von uns und bekommen sie von jetzt an.',
  },
};

function missedSessions(count: number): string {
  return count === 1 ? '1 versäumten Termin' : `${count} versäumte Termine`;
}

function months(count: number): string {
  return count === 1 ? '1 Monat' : `${count} Monaten`;
}

function days(count: number): string {
  return count === 1 ? '1 Tag' : `${count} Tage`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
