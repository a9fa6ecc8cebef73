import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { Language } from '../en.ts';

export const book: Language['book'] = {
  title: 'Termin buchen',
  what: {
    title: 'Worum geht es?',
    price: (price) => `Mit Firmencode kostenlos, sonst ${price}`,
  },
  when: {
    title: 'Wann?',
    next: (moment) => `Nächste freie Zeit: ${moment}`,
    none: 'Zurzeit ist nichts frei. Bitte schauen Sie morgen wieder, oder wählen Sie eine andere Art von Termin.',
    month: (month) => `Freie Tage im ${month}`,
    earlier: (month) => `Zurück zum ${month}`,
    later: (month) => `Weiter zum ${month}`,
    day: (date, times) => `${date}: ${times === 1 ? 'eine freie Zeit' : `${times} freie Zeiten`}`,
    notFree: 'nichts frei',
    times: (date) => `Freie Zeiten am ${date}`,
    zoneLabel: 'Zeitzone',
    zone: (zone) => `Alle Zeiten gelten für: ${zone}.`,
    assumed: 'Wenn Sie woanders sind, wählen Sie Ihre Zeitzone.',
    show: 'Diese Zeiten zeigen',
    otherZones: 'Weitere',
    chosen: (moment) => `Gewählt: ${moment}`,
  },
  who: {
    title: 'Wer sind Sie?',
    name: 'Name',
    email: eMail,
    emailHint: 'Hierhin gehen die Bestätigung, der Link zum Beitreten und die Erinnerungen.',
    mobile: 'Mobilnummer',
    mobileHint: (calling, minutes) =>
      `Lohnt sich: Ist ${minutes} Minuten nach Beginn noch niemand da, schreiben wir Ihnen eine SMS, bevor der Termin schließt, und eine Antwort hält ihn offen. Ohne + davor gilt sie als Nummer mit ${calling}.`,
    mobileWrong: (calling) =>
      `Mobilnummer: An diese Nummer können wir keine SMS schicken. Bitte prüfen Sie sie; ohne + davor gilt sie als Nummer mit ${calling}.`,
    mobileCountry:
      'Mobilnummer: An Nummern dieses Landes können wir keine SMS schicken. Lassen Sie das Feld leer, um ohne Nummer zu buchen.',
    code: 'Firmencode',
    codeHint:
      'Mit dem Code Ihrer Firma ist der Termin kostenlos. Er steht auf Ihrer Profilseite im Mitgliederportal.',
    codeHintAccount:
      'Mit dem Code Ihrer Firma ist der Termin kostenlos, für Menschen mit einem Konto der Firma. Der Code steht auf Ihrer Profilseite im Mitgliederportal, wo ein Primary oder Manager Konten beantragt.',
    codeGood: 'Dieser Code gilt: Der Termin ist kostenlos.',
    codeUnknown: 'Firmencode: Keine Firma hat diesen Code. Bitte vergleichen Sie ihn mit Ihrer Profilseite.',
    codesTooMany: (minutes) =>
      minutes === 1
        ? 'Firmencode: Von hier wurden zu viele falsche probiert. Bitte warten Sie eine Minute, und versuchen Sie es noch einmal.'
        : `Firmencode: Von hier wurden zu viele falsche probiert. Bitte warten Sie ${minutes} Minuten, und versuchen Sie es noch einmal.`,
    codeExpired: (date, price) =>
      `Firmencode: Der Wartungsvertrag dahinter endet am ${date}, vor dem Termin. Ohne Vertrag kostet der Termin ${price}.`,
    payment: (price, mail) =>
      `Firmencode: Ohne Code kostet dieser Termin ${price}. Um zu bezahlen, schreiben Sie an ${mail}; mit Code ist er kostenlos.`,
    release: 'Ihre Version',
    releaseNone: 'Weiß ich nicht',
    support: {
      active: 'unterstützt',
      deprecated: 'eingeschränkt unterstützt',
      'end-of-life': 'nicht unterstützt',
    },
    releaseLimited: (name) =>
      `${name} wird eingeschränkt unterstützt. Wir tun, was geht; planen Sie einen Umstieg.`,
    releaseOver: (name, mail) =>
      `Ihre Version: Für ${name} gibt es keine Termine mehr. Schreiben Sie an ${mail}, und wir finden einen Weg.`,
    topic: 'Was sollen wir uns ansehen?',
    topicHint: 'Ein, zwei Sätze helfen uns bei der Vorbereitung.',
  },
  account: {
    ask: 'Kostenlos mit dem Code Ihrer Firma? Dann brauchen Sie ein Konto. Melden Sie sich an, und Name, Adresse und Code stehen schon da.',
    signIn: 'Anmelden',
    signInBeside: 'Anmelden (neues Fenster)',
    signedInAs: (name) => `Angemeldet als ${name}.`,
    signOut: 'Abmelden',
    onTheWay: 'Sie melden sich zwischendurch an. Was Sie geschrieben und gewählt haben, bleibt stehen.',
    first: 'Bitte melden Sie sich zuerst an',
    firstBeside:
      'Ein kostenloser Termin braucht ein Konto. Zum Anmelden öffnet sich ein neues Fenster, mit allem, was Sie geschrieben und gewählt haben, und dort buchen Sie.',
    back: 'Sie sind angemeldet',
    backText:
      'Alles steht da, wie Sie es verlassen haben. Sehen Sie es noch einmal durch, und buchen Sie dann.',
    toSummary: 'Zu Ihrer Buchung',
    again: 'Bitte drücken Sie noch einmal',
    againText: 'Seit diese Seite geöffnet wurde, hat sich jemand angemeldet. Es wurde noch nichts gebucht.',
    missing: (page) =>
      `${eMail}: Diese Adresse hat kein Konto bei der Firma, deren Code es ist, und kostenlose Termine brauchen eines. Ein Primary oder Manager der Firma beantragt es unter ${page}. Dann bekommen Sie eine ${eMail}, wählen ein Passwort und buchen.`,
  },
  summary: {
    title: 'Ihre Buchung',
    noTime: 'Noch keine Zeit gewählt',
    free: 'Kostenlos mit dem Wartungsvertrag Ihrer Firma',
    paid: (price) => `${price} ohne Firmencode. Bezahlte Termine werden nicht erstattet.`,
    approval: (moment) =>
      `Er braucht erst eine Zusage: Wir entscheiden bis ${moment} und schreiben Ihnen. Bis dahin ist die Zeit für Sie reserviert.`,
    button: 'Diesen Termin buchen',
    until: (minutes) => `Bis ${minutes} Minuten vor Beginn können Sie ihn verschieben oder absagen.`,
  },
  problems: {
    time: 'Zeit: Bitte wählen Sie eine.',
    lost: (moment) => `${moment} ist nicht mehr frei`,
    lostText: 'Was Sie geschrieben haben, steht noch da. Das sind die nächsten freien Zeiten:',
    lostChoose: 'Was Sie geschrieben haben, steht noch da. Bitte wählen Sie eine andere Zeit.',
    bookInstead: (moment) => `Stattdessen ${moment} buchen`,
    takeInstead: (moment) => `${moment} nehmen`,
    already: 'Sie haben schon gebucht',
    alreadyText:
      'Mit diesem Formular wurde schon ein Termin gebucht, mit anderen Angaben als diesen. Es wurde nichts Neues gebucht.',
    alreadyLink: 'Zu dieser Buchung',
    another: 'Noch einen Termin buchen',
    busy: 'Hier ist gerade viel los',
    busyText: 'Es wurde nichts gebucht. Bitte drücken Sie gleich noch einmal.',
    unknownType:
      'Der Link hierher nannte eine Art von Termin, die es nicht (mehr) gibt. Bitte wählen Sie eine aus.',
    unknownCode: 'Der Link hierher brachte einen Firmencode mit, den wir nicht kennen.',
  },
};
