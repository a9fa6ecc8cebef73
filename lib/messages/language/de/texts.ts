import type { Stage } from '../../../domain/booking/stage.ts';
import type { Language } from '../en.ts';

const replies: Readonly<Record<Stage, string>> = {
  early: 'Antworten Sie mit 1, wenn Sie kommen, 2, wenn nicht, 3 zum Verschieben.',
  late: 'Antworten Sie mit 1, wenn Sie kommen, 2, wenn nicht.',
  asked: 'Antworten Sie mit 1, damit er offen bleibt, 2, wenn Sie nicht können.',
  idle: 'Im Moment gibt es nichts zu beantworten.',
};

const shortReplies: Readonly<Record<Stage, string>> = {
  early: '1 ich komme, 2 ich kann nicht, 3 verschieben.',
  late: '1 ich komme, 2 ich kann nicht.',
  asked: '1 offen halten, 2 ich kann nicht.',
  idle: 'nichts nötig.',
};

/** Texts, as the English ones: from the fullest wording to the shortest, and no word that carriers take for themselves. */
export const texts: Language['texts'] = {
  checkIn: (f) => [
    `${f.brand}: Zu Ihrem Termin um ${f.clock} ist niemand da. Antworten Sie mit 1, damit er offen bleibt, 2, wenn Sie nicht können (gilt als versäumt). Sonst schließt er um ${f.closes}.`,
    `${f.brand}: Zum Termin um ${f.clock} ist niemand da. Antwort 1: er bleibt offen, 2: Sie können nicht (gilt als versäumt). Sonst schließt er um ${f.closes}.`,
    `${f.brand}: Beim Termin um ${f.clock} ist niemand. Antwort 1: offen halten, 2: absagen (versäumt). Sonst schließt er um ${f.closes}.`,
  ],
  mailBounced: (f) => [
    `${f.brand}: Unsere E-Mail zum Termin am ${f.moment} kam zurück. Schreiben Sie bitte an ${f.mail}. Teilnehmen: ${f.joinUrl}`,
    `${f.brand}: Unsere E-Mail zum Termin am ${f.moment} kam zurück. Teilnehmen: ${f.joinUrl}`,
    `${f.brand}: Unsere E-Mail an Sie kam zurück. Am Termin teilnehmen: ${f.joinUrl}`,
    `${f.brand}: Unsere E-Mail zum Termin am ${f.moment} kam zurück. Für den Link schreiben Sie an ${f.mail}`,
    `${f.brand}: Unsere E-Mail zum Termin am ${f.moment} kam zurück. Bitte melden Sie sich bei uns.`,
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
  cancelled: (f) => [
    `${f.brand}: Danke für die Nachricht. Ihr Termin am ${f.moment} ist abgesagt, unsere E-Mail bestätigt es. Neu buchen: ${f.website}`,
    `${f.brand}: Danke für die Nachricht. Ihr Termin am ${f.moment} ist abgesagt, unsere E-Mail bestätigt es.`,
  ],
  lateNotice: (f) => [
    `${f.brand}: Weniger als ${f.least} vorher abgesagt gilt als versäumt. Antworten Sie mit 2, um den Termin um ${f.clock} trotzdem aufzugeben, 1, wenn Sie kommen.`,
    `${f.brand}: Weniger als ${f.least} vorher abgesagt gilt als versäumt. Antwort 2: Termin um ${f.clock} trotzdem aufgeben, 1: Sie kommen.`,
    `${f.brand}: Unter ${f.least} vorher gilt als versäumt. Antwort 2: Termin um ${f.clock} trotzdem aufgeben, 1: Sie kommen.`,
  ],
  givenUp: (f) => [
    `${f.brand}: Danke für die Nachricht. Ihr Termin um ${f.clock} ist geschlossen und gilt als versäumt. Stimmt das nicht, schreiben Sie an ${f.mail}`,
    `${f.brand}: Ihr Termin um ${f.clock} ist geschlossen und gilt als versäumt. Stimmt das nicht, schreiben Sie an ${f.mail}`,
    `${f.brand}: Ihr Termin um ${f.clock} ist geschlossen und gilt als versäumt. Stimmt das nicht? Mehr in unserer E-Mail.`,
  ],
  expected: (f) => [
    `${f.brand}: Danke, wir sehen uns beim Termin am ${f.moment}. Der Link zum Teilnehmen steht in unserer E-Mail.`,
    `${f.brand}: Danke, wir sehen uns beim Termin am ${f.moment}. Der Link steht in unserer E-Mail.`,
  ],
  moveLink: (f) => [
    `${f.brand}: Hier wählen Sie bis ${f.until} Uhr eine neue Zeit für Ihren Termin am ${f.moment}. Vorher ändert sich nichts. ${f.url}`,
    `${f.brand}: Neue Zeit für den Termin um ${f.clock} wählen, bis ${f.until} Uhr: ${f.url}`,
    `${f.brand}: Neue Zeit statt ${f.clock} (bis ${f.until} Uhr): ${f.url}`,
    `${f.brand}: Neue Zeit wählen, bis ${f.until} Uhr: ${f.url}`,
  ],
  moveTooLate: (f, stage) => [
    `${f.brand}: Zum Verschieben ist es zu spät, das geht bis ${f.least} vor Beginn. ${replies[stage]}`,
    `${f.brand}: Zum Verschieben ist es zu spät. ${replies[stage]}`,
  ],
  joined: (f) => [
    `${f.brand}: Zu Ihrem Termin um ${f.clock} ist schon jemand da, er findet statt. Teilnehmen: ${f.joinUrl}`,
    `${f.brand}: Zu Ihrem Termin ist schon jemand da. Teilnehmen: ${f.joinUrl}`,
    `${f.brand}: Zu Ihrem Termin um ${f.clock} ist schon jemand da, er findet statt. Der Link steht in unserer E-Mail.`,
  ],
  help: (f, stage) => [
    `${f.brand}: Es geht um Ihren Termin am ${f.moment}. ${replies[stage]} Fragen: ${f.mail}. STOP beendet diese SMS.`,
    `${f.brand}: Termin am ${f.moment}. Antwort: ${shortReplies[stage]} Fragen: ${f.mail}. STOP beendet SMS.`,
    `${f.brand}: Termin am ${f.moment}. Antwort: ${shortReplies[stage]} Fragen: siehe E-Mail. STOP beendet SMS.`,
    `${f.brand}: Termin ${f.moment}. ${shortReplies[stage]} Fragen: siehe E-Mail. STOP beendet SMS.`,
  ],
  unclear: (f, stage) => [
    `${f.brand}: Das haben wir leider nicht verstanden. Es geht um den Termin am ${f.moment}. ${replies[stage]}`,
    `${f.brand}: Das haben wir nicht verstanden. Termin am ${f.moment}. Antwort: ${shortReplies[stage]}`,
    `${f.brand}: Das haben wir nicht verstanden. Termin ${f.moment}. ${shortReplies[stage]}`,
  ],
  unclearIdle: (f) => [
    `${f.brand}: Das haben wir leider nicht verstanden. Im Moment gibt es nichts zu beantworten. Fragen? Schreiben Sie an ${f.mail}`,
    `${f.brand}: Das haben wir leider nicht verstanden. Im Moment gibt es nichts zu beantworten.`,
  ],
  tooLateCancelled: (f) => [
    `${f.brand}: Ihr Termin am ${f.moment} wurde abgesagt, es gibt nichts mehr zu ändern. Neu buchen: ${f.website}`,
    `${f.brand}: Ihr Termin am ${f.moment} wurde abgesagt, es gibt nichts mehr zu ändern.`,
  ],
  tooLateCompleted: (f) => [
    `${f.brand}: Ihr Termin am ${f.moment} ist schon vorbei. Fragen? Schreiben Sie an ${f.mail}`,
    `${f.brand}: Ihr Termin am ${f.moment} ist schon vorbei.`,
  ],
  tooLateAbsent: (f) => [
    `${f.brand}: Zum Termin am ${f.moment} kam niemand. Er ist geschlossen und gilt als versäumt. Stimmt das nicht, schreiben Sie an ${f.mail}`,
    `${f.brand}: Zum Termin am ${f.moment} kam niemand. Er ist geschlossen und gilt als versäumt. Mehr in unserer E-Mail.`,
  ],
  tooLateGivenUp: (f) => [
    `${f.brand}: Den Termin am ${f.moment} haben Sie per SMS aufgegeben. Er gilt als versäumt. Stimmt das nicht, schreiben Sie an ${f.mail}`,
    `${f.brand}: Den Termin am ${f.moment} haben Sie per SMS aufgegeben. Er gilt als versäumt. Mehr in unserer E-Mail.`,
  ],
  tooLateNeverJoined: (f) => [
    `${f.brand}: Den Termin am ${f.moment} haben wir offen gehalten, doch niemand kam. Er gilt als versäumt. Stimmt das nicht, schreiben Sie an ${f.mail}`,
    `${f.brand}: Den Termin am ${f.moment} hielten wir offen, doch niemand kam. Er gilt als versäumt. Mehr per E-Mail.`,
  ],
};
