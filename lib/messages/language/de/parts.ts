import type { Language } from '../en.ts';
import { eMail } from './e-mail.ts';

/** Sentences and labels that several mails share. */
export const parts: Language['parts'] = {
  // Not a comma: after one, German would go on with a small letter.
  hello: (name) => (name ? `Guten Tag ${name}!` : 'Guten Tag!'),
  labels: {
    when: 'Wann',
    newTime: 'Neue Zeit',
    oldTime: 'Alte Zeit',
    wasPlanned: 'War geplant für',
    session: 'Termin',
    consultant: 'Mit',
    price: 'Preis',
    topic: 'Thema',
    reason: 'Angegebener Grund',
  },
  session: (name, duration) => `${name} (${duration})`,
  free: 'Kostenlos mit dem Wartungsvertrag Ihrer Firma',
  paid: (price) => `${price}. Bezahlte Termine werden nicht erstattet.`,
  notices: 'Bitte beachten Sie',
  limitedSupport: (release) =>
    `${release} ist abgekündigt und wird nur noch eingeschränkt unterstützt. Planen Sie bitte den Wechsel auf eine aktive Version.`,

  join: {
    title: 'So nehmen Sie teil',
    button: 'Am Termin teilnehmen',
    wayIn: 'Der Link oben sagt uns, dass Sie da sind, und bringt Sie ins Meeting.',
    meeting: 'Adresse des Meetings',
    audio:
      'Im Meeting ist der Ton noch nicht verbunden: Rufen Sie bitte zusätzlich an und geben Sie die Konferenz-ID ein.',
    numbers: 'Telefonnummern im In- und Ausland',
    conferenceId: 'Konferenz-ID',
    everyone:
      'Kolleginnen und Kollegen sind willkommen. Alle können sich vom eigenen Gerät aus verbinden, mit der Adresse des Meetings und der Konferenz-ID.',
  },

  prepare: { title: 'Vor dem Termin' },

  change: {
    title: 'Eine andere Zeit, oder gar nicht?',
    move: 'Verschieben',
    cancel: 'Absagen',
    untilByLink: (until) => `Beide Links gelten bis ${until}.`,
    linkIsOver: (until) => `Die Links zum Verschieben und zum Absagen galten bis ${until}.`,
    byText: (number, ending, until) =>
      `Oder schreiben Sie von der Mobilnummer mit der Endung ${ending} bis ${until} eine SMS an ${number}: 2 sagt den Termin ab, 3 verschiebt ihn.`,
    stillByText: (number, ending, until) =>
      `Per SMS von der Mobilnummer mit der Endung ${ending} an ${number} geht es noch bis ${until}: 2 sagt den Termin ab, 3 verschiebt ihn.`,
    thenByMail: (mail, until) => `Danach gilt noch eine ${eMail} an ${mail} bis ${until}.`,
    stillByMail: (mail, until) =>
      `Verschieben oder absagen können Sie noch mit einer ${eMail} an ${mail} bis ${until}.`,
    shortNotice: (least) =>
      `Was uns weniger als ${least} vor Beginn erreicht, kommt zu spät: Der Termin gilt dann als versäumt.`,
    over: (mail, least) =>
      `Zum Verschieben oder Absagen ist es zu spät: Weniger als ${least} vor Beginn gilt der Termin als versäumt. Wenn Sie nicht kommen können, schreiben Sie bitte trotzdem gleich an ${mail}.`,
    confirmed: `Wir bestätigen jede Änderung per ${eMail}. Ohne unsere Bestätigung hat sich nichts geändert.`,
  },

  nobody: {
    title: 'Wenn niemand kommt',
    withMobile: (ending, after, closes) =>
      `Ist ${after} nach Beginn noch niemand da, weder online noch per Telefon, schicken wir eine SMS an die Mobilnummer mit der Endung ${ending}. Antworten Sie mit 1, bleibt der Termin offen. Ohne Antwort schließt er um ${closes} Uhr und gilt als versäumt.`,
    withoutMobile: (closes) =>
      `Ist bis ${closes} Uhr niemand da, weder online noch per Telefon, schließt der Termin und gilt als versäumt.`,
  },

  noTexts: {
    'opted-out': () => 'Sie möchten keine SMS von uns, deshalb schicken wir keine.',
    refused: (ending) =>
      `An die Mobilnummer mit der Endung ${ending} können wir keine SMS schicken. Vielleicht gehört sie zum Festnetz.`,
    withheld: (ending) =>
      `An die Mobilnummer mit der Endung ${ending} konnten wir diesmal keine SMS schicken.`,
    again: (number) => `Möchten Sie wieder SMS bekommen, schicken Sie START an ${number}.`,
  },

  footer: (brand) => `Diese ${eMail} schickt ${brand}, weil mit dieser Adresse ein Termin gebucht wurde.`,
  bookingId: (id) => `Buchung ${id}`,
};
