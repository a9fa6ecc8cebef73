import type { Intent } from '../../../domain/booking/booking.ts';
import type { Language } from '../en.ts';

const whichSession: Readonly<Record<Intent, string>> = {
  coming: 'Zu welchem Termin kommen Sie?',
  cannot: 'Welcher Termin passt Ihnen nicht?',
  move: 'Welchen Termin möchten Sie verschieben?',
};

const whichOne: Readonly<Record<Intent, string>> = {
  coming: 'Zu welchem kommen Sie?',
  cannot: 'Welcher passt nicht?',
  move: 'Welchen verschieben?',
};

const thatOne: Readonly<Record<Intent, (session: string) => string>> = {
  coming: (session) => `Wenn Sie am ${session} kommen, antworten Sie mit 1.`,
  cannot: (session) => `Wenn Sie am ${session} nicht können, antworten Sie mit 1.`,
  move: (session) => `Um den am ${session} zu verschieben, antworten Sie mit 1.`,
};

/** Texts that are about no one booking. */
export const phoneTexts: Language['phoneTexts'] = {
  noSession: (f) => [
    `${f.brand}: Zu dieser Nummer kennen wir keinen offenen Termin. Fragen? Schreiben Sie an ${f.mail}`,
    `${f.brand}: Zu dieser Nummer kennen wir keinen offenen Termin.`,
  ],
  which: (f) => [
    `${f.brand}: ${said(f.over, whichSession[f.intent])} ${f.list}. Antworten Sie mit der Nummer.`,
    `${f.brand}: ${said(f.over, whichOne[f.intent])} ${f.list}. Antwort: 1 bis ${f.count}.`,
    `${f.brand}: ${whichOne[f.intent]} ${f.list}. Antwort: 1 bis ${f.count}.`,
  ],
  single: (f) => [
    `${f.brand}: ${said(f.over, thatOne[f.intent](f.session))}`,
    `${f.brand}: ${said(f.over, `Meinen Sie ${f.session}? Antwort: 1.`)}`,
  ],
  help: (f) => [
    `${f.brand}: Antworten Sie mit 1, wenn Sie kommen, 2, wenn nicht, 3 zum Verschieben. Wir fragen, welcher Termin. Fragen: ${f.mail}. STOP beendet SMS.`,
    `${f.brand}: 1 ich komme, 2 ich kann nicht, 3 verschieben. Wir fragen, welchen Termin Sie meinen. Fragen: ${f.mail}. STOP beendet SMS.`,
    `${f.brand}: 1 ich komme, 2 ich kann nicht, 3 verschieben. Wir fragen, welcher Termin. Fragen: siehe E-Mail. STOP beendet SMS.`,
  ],
  welcomeBack: (f) => [
    `${f.brand}: SMS sind eingeschaltet, und wir schreiben nur zu Ihren Terminen. Fragen? Schreiben Sie an ${f.mail}`,
    `${f.brand}: SMS sind eingeschaltet, und wir schreiben nur zu Ihren Terminen.`,
  ],
  introduction: ({ brand }) => [
    `Sie bekommen SMS zu Terminen bei ${brand}. SMS und Daten können etwas kosten. STOP beendet diese SMS, HELP bringt Hilfe.`,
    `Nur zu Terminen bei uns. SMS und Daten können etwas kosten. STOP beendet SMS, HELP bringt Hilfe.`,
  ],
};

function said(over: string | undefined, sentence: string): string {
  return over === undefined ? sentence : `Der Termin am ${over} ist vorbei. ${sentence}`;
}
