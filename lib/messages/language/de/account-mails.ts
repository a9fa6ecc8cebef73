import type { Language } from '../en.ts';
import { eMail } from './e-mail.ts';

/** Mails about somebody's account. */
export const accountMails: Language['accountMails'] = {
  levels: {
    basic: 'Basis',
    'sales-designer': 'Vertrieb / Design',
    'it-support': 'IT / Technik',
    manager: 'Manager / Leitung',
    primary: 'Primary / Hauptkontakt',
  },
  labels: { company: 'Firma', level: 'Stufe', signIn: 'Anmelden mit' },
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  footer: (brand) => `Diese ${eMail} schickt ${brand} zum Konto für diese Adresse.`,
  unexpected: 'Haben Sie das nicht erwartet?',

  invited: {
    subject: 'Legen Sie ein Passwort für Ihr neues Konto fest',
    preview: (life) => `Der Link gilt ${life}.`,
    heading: 'Ein Konto für Sie',
    lead: ({ by, company }) =>
      by === undefined
        ? `Für Sie gibt es jetzt ein Konto bei ${company}.`
        : `${by} hat uns um ein Konto für Sie bei ${company} gebeten.`,
    purpose:
      'Damit buchen Sie Termine, sehen, verschieben und sagen Ihre eigenen ab und finden den Code Ihrer Firma. Es kostet nichts und gehört Ihnen allein: Kolleginnen und Kollegen bekommen eigene.',
    staffLead: (brand) => `Als Teil des Teams von ${brand} haben Sie jetzt ein eigenes Konto.`,
    staffPurpose: 'Damit betreuen Sie die Termine aller Firmen.',
    button: 'Passwort festlegen',
    life: (life) =>
      `Der Link gilt einmal und ${life}. Sobald Sie ein Passwort haben, können Sie sich anmelden.`,
    another: (by) => `Ist er abgelaufen, bitten Sie ${by} um einen neuen.`,
    anotherFromUs: (mail) => `Ist er abgelaufen, schreiben Sie an ${mail}, dann bekommen Sie einen neuen.`,
    ignore: (mail) =>
      `Dann brauchen Sie nichts zu tun. Ohne Passwort lässt sich das Konto nicht nutzen. Halten Sie es für ein Versehen, schreiben Sie an ${mail}.`,
  },
  passwordLink: {
    subject: 'Legen Sie ein neues Passwort fest',
    preview: (life) => `Der Link gilt ${life}.`,
    heading: 'Ein neues Passwort',
    lead: 'Jemand hat uns um ein neues Passwort für Ihr Konto gebeten. Wenn Sie das waren, legen Sie es hier fest.',
    button: 'Neues Passwort festlegen',
    life: (life) =>
      `Der Link gilt einmal und ${life}. Ihr altes Passwort bleibt, bis Sie das neue festgelegt haben. Dann werden Sie überall abgemeldet.`,
    ignore: `Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist. Wir fragen nie danach, weder per ${eMail} noch am Telefon.`,
  },
  passwordChanged: {
    subject: 'Ihr Passwort wurde geändert',
    preview: 'Wenn Sie es selbst waren, ist nichts zu tun.',
    heading: 'Ihr Passwort wurde geändert',
    lead: (when) =>
      `Für Ihr Konto wurde ein neues Passwort festgelegt: ${when}. Wer mit dem alten angemeldet war, wurde abgemeldet.`,
    fine: 'Wenn Sie es selbst waren, ist nichts zu tun.',
    notYou: 'Waren Sie es nicht?',
    react: (mail) =>
      `Dann kann noch jemand Ihr Postfach lesen. Ändern Sie zuerst das Passwort Ihres Postfachs, legen Sie dann für dieses Konto ein neues fest, und schreiben Sie an ${mail}.`,
    button: 'Neues Passwort anfordern',
  },
  levelChanged: {
    subject: (level) => `Ihr Konto: jetzt ${level}`,
    preview: (company) => `Was Sie für ${company} tun dürfen, hat sich geändert.`,
    heading: 'Ihr Konto hat eine andere Stufe',
    lead: ({ by, company, from, level }) =>
      by === undefined
        ? `Die Stufe Ihres Kontos bei ${company} wurde geändert: bisher ${from}, jetzt ${level}.`
        : `${by} hat die Stufe Ihres Kontos bei ${company} geändert: bisher ${from}, jetzt ${level}.`,
    effect: 'Damit hat sich geändert, was Sie im Portal tun dürfen. Sie brauchen nichts zu tun.',
    button: 'Zum Portal',
    ask: (by, mail) => `Fragen Sie bitte ${by}, oder schreiben Sie an ${mail}.`,
    askUs: (mail) => `Schreiben Sie bitte an ${mail}.`,
  },
  removed: {
    subject: 'Ihr Konto wurde entfernt',
    preview: 'Sie können sich nicht mehr anmelden.',
    heading: 'Ihr Konto wurde entfernt',
    lead: ({ by, company }) =>
      by === undefined
        ? `Ihr Konto bei ${company} wurde entfernt.`
        : `${by} hat Ihr Konto bei ${company} entfernt.`,
    effect:
      'Sie sind überall abgemeldet und können sich nicht mehr anmelden. Weitere Nachrichten dazu bekommen Sie nicht.',
    ask: (by, mail) =>
      `Fragen Sie bitte ${by}, über wen Sie ein neues Konto bekommen können, oder schreiben Sie an ${mail}.`,
    askUs: (mail) => `Schreiben Sie bitte an ${mail}.`,
  },
};
