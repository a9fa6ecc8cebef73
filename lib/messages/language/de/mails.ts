import type { Language } from '../en.ts';

/** What is particular to each mail: subject, the line that inboxes preview, heading and message. */
export const mails: Language['mails'] = {
  confirmed: {
    subject: (f) => `Gebucht: ${f.session}, ${f.when}`,
    preview: (consultant) =>
      `Mit ${consultant}. So nehmen Sie teil, so bereiten Sie sich vor, so ändern Sie etwas.`,
    heading: 'Ihr Termin ist gebucht',
    lead: (consultant) => `${consultant} hat diese Zeit für Sie freigehalten.`,
  },
  moved: {
    subject: (f) => `Verschoben: ${f.session}, jetzt ${f.when}`,
    preview: (old) => `Nicht mehr ${old}. Es gilt nur die neue Zeit.`,
    heading: 'Ihr Termin ist verschoben',
    byStaff: 'Wir haben Ihren Termin verschoben. Der Grund steht unten.',
    lead: 'Von jetzt an gilt nur die neue Zeit. Die Links bleiben dieselben.',
  },
  cancelled: {
    subject: (f) => `Abgesagt: ${f.session}, ${f.when}`,
    preview: 'Sie bekommen dazu keine weiteren Nachrichten.',
    heading: 'Ihr Termin ist abgesagt',
    byStaff: 'Wir haben Ihren Termin abgesagt. Der Grund steht unten.',
    lead: 'Der folgende Termin findet nicht statt. Sie brauchen nichts weiter zu tun, und wir schicken keine Erinnerungen mehr.',
    notRefunded: 'Es war ein bezahlter Termin, und bezahlte Termine werden nicht erstattet.',
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
    preview: 'Was wir vermerkt haben, warum, und an wen Sie schreiben können.',
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
    meaning:
      'Das halten wir bei jeder Buchung so. Wer Termine wiederholt versäumt, kann eine Zeit lang keine kostenlosen buchen.',
    wrong:
      'Stimmt das nicht, oder ist etwas dazwischengekommen? Bitte sagen Sie es uns: Ein Mensch liest es und kann den Vermerk zurücknehmen.',
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

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
