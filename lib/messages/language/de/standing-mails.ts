import type { Language } from '../en.ts';
import { eMail } from './e-mail.ts';

/** Mails about where somebody stands. */
export const standingMails: Language['standingMails'] = {
  labels: { company: 'Firma', who: 'Wer', blockedUntil: 'Gesperrt bis', until: 'Bis' },
  footer: (brand) => `Diese ${eMail} schickt ${brand} zu kostenlosen Terminen für diese Adresse.`,
  companyFooter: (brand) => `Diese ${eMail} schickt ${brand} an die Hauptkontakte einer Firma.`,
  book: 'Termin buchen',
  sooner: (fee, mail) =>
    `Bezahlte Termine stehen Ihnen weiter offen. Eine Zahlung von ${fee} öffnet die kostenlosen sofort wieder: Schreiben Sie an ${mail}.`,
  wrong: (mail) => `Stimmt das nicht? Schreiben Sie an ${mail}, ein Mensch liest es.`,

  blocked: {
    subject: 'Kostenlose Termine sind eine Zeit lang gesperrt',
    preview: (until) => `Bis ${until}. Warum, und was Ihnen offen steht.`,
    heading: 'Kostenlose Termine sind eine Zeit lang gesperrt',
    lead: 'Jemand von uns hat entschieden, dass Sie eine Zeit lang keine kostenlosen Termine buchen können. Der Grund steht unten.',
  },
  lifted: {
    subject: 'Sie können wieder kostenlose Termine buchen',
    preview: 'Jemand von uns hat das entschieden.',
    heading: 'Sie können wieder kostenlose Termine buchen',
    lead: 'Jemand von uns hat sich angesehen, was über Ihre Termine vermerkt ist. Was bisher vermerkt wurde, hindert Sie nicht mehr daran, kostenlose Termine zu buchen, und macht auch keine Zustimmung mehr nötig.',
  },
  reinstated: {
    subject: 'Danke für Ihre Zahlung',
    preview: (open) =>
      open ? 'Sie können wieder kostenlose Termine buchen.' : 'Was damit endet, und was nicht.',
    heading: 'Danke für Ihre Zahlung',
    lead: (paid) => `Wir haben ${paid} bekommen, und damit ist die Sperre für kostenlose Termine aufgehoben.`,
    open: 'Sie können sofort wieder kostenlose Termine buchen.',
    still: (until) =>
      `Seitdem wurde etwas anderes vermerkt, deshalb sind kostenlose Termine trotzdem bis ${until} gesperrt.`,
  },
  blockEnded: {
    subject: 'Sie können wieder kostenlose Termine buchen',
    preview: 'Die Sperre ist vorbei.',
    heading: 'Sie können wieder kostenlose Termine buchen',
    lead: (when) =>
      `Die Sperre für kostenlose Termine ist vorbei seit ${when}. Schön, dass Sie wieder da sind.`,
    hint: `Kommt Ihnen etwas dazwischen, verschieben die Links in unseren ${eMail}s einen Termin oder sagen ihn ab. Dann gilt er nie als versäumt.`,
  },

  strike: {
    subject: (company) => `Ein Verstoß bei ${company}`,
    preview: (member) => `Was ${member} versäumt hat, und was das für Sie heißt.`,
    heading: 'Ein Verstoß bei Ihrer Firma',
    lead: (member) =>
      `${member} hat in kurzer Zeit zu viele Termine versäumt. Deshalb sind kostenlose Termine für diese Person gesperrt, und für Ihre Firma ist ein Verstoß vermerkt.`,
    over: 'Die Sperre ist inzwischen vorbei.',
    others: 'Sonst ist niemand gesperrt: Kolleginnen und Kollegen buchen wie bisher.',
    help: `Sie können helfen: Was rechtzeitig mit den Links in unseren ${eMail}s verschoben oder abgesagt wird, gilt nie als versäumt.`,
  },
  strikeGone: {
    subject: (company) => `Ein Verstoß bei ${company} ist zurückgenommen`,
    preview: (member) => `Ein Versäumnis von ${member} zählt nicht mehr.`,
    heading: 'Ein Verstoß ist zurückgenommen',
    lead: (member) =>
      `Wir hatten Ihnen von einem Verstoß bei Ihrer Firma geschrieben, weil ${member} Termine versäumt hatte. Einer davon zählt nicht mehr. Damit ist der Verstoß weg, und mit ihm auch die Sperre.`,
  },
  somebody: 'Jemand',
  ruled: {
    block: {
      subject: (company) => `Kostenlose Termine für ${company} sind gesperrt`,
      heading: 'Kostenlose Termine sind für Ihre Firma gesperrt',
      lead: 'Jemand von uns hat entschieden, dass eine Zeit lang niemand aus Ihrer Firma kostenlose Termine buchen kann. Der Grund steht unten.',
    },
    approval: {
      subject: (company) => `Termine von ${company} brauchen Zustimmung`,
      heading: 'Kostenlose Termine Ihrer Firma brauchen Zustimmung',
      lead: `Jemand von uns hat entschieden, dass kostenlose Termine Ihrer Firma eine Zeit lang unsere Zustimmung brauchen. Alle können buchen wie bisher, und wir beantworten jede Anfrage per ${eMail}. Der Grund steht unten.`,
    },
    nothing: {
      subject: (company) => `${company} kann wieder frei buchen`,
      heading: 'Ihre Firma kann wieder frei buchen',
      lead: 'Jemand von uns hat beendet, was Ihre Firma daran hinderte, kostenlose Termine wie gewohnt zu buchen. Der Grund steht unten.',
    },
    preview: (until) => (until === undefined ? 'Ab sofort.' : `Bis ${until}.`),
    standing: 'Schon gebuchte Termine finden statt.',
    paid: (mail) =>
      `Bezahlte Termine stehen Ihnen allen weiter offen. Möchten Sie darüber sprechen, schreiben Sie an ${mail}.`,
  },
};
