import type { Language } from '../en.ts';

/** Texts, as the English ones: from the fullest wording to the shortest, and no word that carriers take for themselves. */
export const texts: Language['texts'] = {
  checkIn: (f) => [
    `${f.brand}: Ihr Termin um ${f.clock} hat begonnen, und niemand ist da. Antworten Sie mit 1, damit er offen bleibt. Sonst schließt er um ${f.closes} Uhr.`,
    `${f.brand}: Ihr Termin um ${f.clock} hat begonnen. Antworten Sie mit 1, damit er offen bleibt. Sonst schließt er um ${f.closes} Uhr.`,
  ],
  keptOpen: (f) => [
    `${f.brand}: Danke, Ihr Termin um ${f.clock} bleibt offen. Teilnehmen: ${f.joinUrl}`,
    `${f.brand}: Danke, Ihr Termin bleibt offen. Teilnehmen: ${f.joinUrl}`,
    `${f.brand}: Danke, Ihr Termin um ${f.clock} bleibt offen. Teilnehmen können Sie mit dem Link in unserer E-Mail.`,
  ],
  closed: (f) => [
    `${f.brand}: Zu Ihrem Termin um ${f.clock} kam niemand. Er ist geschlossen und gilt als versäumt. Stimmt das nicht, schreiben Sie an ${f.mail}`,
    `${f.brand}: Zu Ihrem Termin um ${f.clock} kam niemand. Er ist geschlossen und gilt als versäumt. Mehr steht in unserer E-Mail.`,
  ],
  reversedOpen: (f) => [
    `${f.brand}: Sie haben sich rechtzeitig gemeldet. Ihr Termin um ${f.clock} ist wieder offen und gilt nicht als versäumt. Teilnehmen: ${f.joinUrl}`,
    `${f.brand}: Rechtzeitig gemeldet, Ihr Termin ist offen: ${f.joinUrl}`,
    `${f.brand}: Sie haben sich rechtzeitig gemeldet. Ihr Termin um ${f.clock} ist wieder offen. Der Link steht in unserer E-Mail.`,
  ],
  reversedOver: (f) => [
    `${f.brand}: Sie haben sich rechtzeitig gemeldet. Der Termin am ${f.moment} gilt nicht als versäumt, ist aber vorbei.`,
  ],
  helpOpen: (f) => [
    `${f.brand}: Das haben wir leider nicht verstanden. Antworten Sie mit 1, damit Ihr Termin um ${f.clock} offen bleibt. Sonst schließt er um ${f.closes} Uhr.`,
    `${f.brand}: Das haben wir leider nicht verstanden. Antworten Sie mit 1, damit Ihr Termin offen bleibt. Sonst schließt er um ${f.closes} Uhr.`,
  ],
  helpIdle: (f) => [
    `${f.brand}: Das haben wir leider nicht verstanden. Zum Ändern nutzen Sie bitte die Links in unserer E-Mail oder schreiben an ${f.mail}`,
    `${f.brand}: Das haben wir leider nicht verstanden. Zum Ändern nutzen Sie bitte die Links in unserer E-Mail.`,
  ],
  tooLateCancelled: (f) => [
    `${f.brand}: Ihr Termin am ${f.moment} wurde abgesagt, darum lässt er sich nicht offen halten. Neu buchen: ${f.website}`,
    `${f.brand}: Ihr Termin am ${f.moment} wurde abgesagt, darum lässt er sich nicht offen halten.`,
  ],
  tooLateCompleted: (f) => [
    `${f.brand}: Ihr Termin am ${f.moment} ist schon vorbei. Fragen? Schreiben Sie an ${f.mail}`,
    `${f.brand}: Ihr Termin am ${f.moment} ist schon vorbei.`,
  ],
  tooLateNoShow: (f) => [
    `${f.brand}: Als Ihre Antwort kam, war der Termin am ${f.moment} schon geschlossen. Stimmt das nicht, schreiben Sie an ${f.mail}`,
    `${f.brand}: Als Ihre Antwort kam, war der Termin am ${f.moment} schon geschlossen. Mehr steht in unserer E-Mail.`,
  ],
  tooEarly: (f) => [
    `${f.brand}: Danke, noch gibt es nichts zu beantworten. Ihr Termin ist am ${f.moment}. Zum Ändern gibt es die Links in unserer E-Mail.`,
    `${f.brand}: Danke, noch gibt es nichts zu beantworten. Ihr Termin ist am ${f.moment}.`,
  ],
  noOpenBooking: (f) => [
    `${f.brand}: Zu dieser Nummer kennen wir keinen offenen Termin. Fragen? Schreiben Sie an ${f.mail}`,
    `${f.brand}: Zu dieser Nummer kennen wir keinen offenen Termin.`,
  ],
};
