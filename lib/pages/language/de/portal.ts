import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { Language } from '../en.ts';

export const portal: Language['portal'] = {
  nav: {
    label: 'Kundenportal',
    profile: 'Profil',
    bookings: 'Meine Termine',
    people: 'Personen',
    book: 'Termin buchen',
    signOut: 'Abmelden',
  },
  levelHints: {
    basic: 'Bucht Termine, eröffnet Tickets, liest Artikel und Foren.',
    'sales-designer': 'Wie Basis, dazu alle Angaben zu Lizenzen.',
    'it-support':
      'Bestellt auch Lizenzen und bezahlte Leistungen. Bekommt Hinweise auf Updates und keine Newsletter.',
    manager: 'Beantragt auch Konten, bis zu dieser Stufe, und sieht alle Tickets der Firma.',
    primary: 'Darf alles, auch Lizenzschlüssel bekommen und den Firmencode ersetzen.',
  },
  refused: {
    busy: 'Es wurde nichts geändert. Bitte drücken Sie gleich noch einmal.',
    busyTitle: 'Hier ist gerade viel los',
  },

  profile: {
    title: 'Ihr Profil',
    account: 'Ihr Konto',
    name: 'Vor- und Nachname',
    email: eMail,
    level: 'Stufe',
    company: 'Firma',
    plan: 'Wartungsvertrag',
    planUntil: (date) => `bis ${date}`,
    planEnded: (date) => `endete am ${date}`,
    wrong: 'Ihre Stufe legt ein Hauptkontakt oder die Leitung Ihrer Firma fest.',
  },
  onePrimary: {
    title: (company) => `${company} sollte mehr als einen Hauptkontakt haben`,
    text: 'Ist der einzige nicht da oder nicht mehr in der Firma, kann niemand einen anderen bestimmen, den Code ersetzen oder Lizenzschlüssel bekommen.',
    give: 'Einen weiteren Hauptkontakt bestimmen',
    ask: 'Ein Hauptkontakt kann jemandem diese Stufe geben. Gibt es keinen mehr, schreiben Sie uns.',
  },
  code: {
    title: 'Der Code Ihrer Firma',
    what: (company) =>
      `Geben Sie ihn beim Buchen an, dann ist der Termin kostenlos. Er ist für alle bei ${company} derselbe.`,
    care: 'Geben Sie ihn nur in der Firma weiter.',
    ended: (date, mail) =>
      `Der Wartungsvertrag endete am ${date}, darum macht der Code zurzeit keinen Termin kostenlos. Zum Verlängern schreiben Sie an ${mail}.`,
    former: 'Ersetzte Codes, die noch gelten',
    formerUntil: (moment) => `bis ${moment}`,
    replace: 'Den Code ersetzen',
    replaceText: (days, until) =>
      `Kennt ihn jemand außerhalb der Firma, machen Sie einen neuen. Er gilt sofort. Der alte gilt noch ${days} Tage, bis ${until}, damit niemandes nächste Buchung daran scheitert. Gebuchte Termine bleiben, wie sie sind.`,
    replaceTell: 'Alle in Ihrer Firma finden den neuen Code auf dieser Seite. Wir schreiben ihnen nicht.',
    replaceButton: 'Neuen Code machen',
    replaced: 'Das ist der neue Code',
    replacedText:
      'Bitte sagen Sie es Ihren Kolleginnen und Kollegen. Der vorige gilt noch bis zur Zeit, die unten steht.',
    tooOften: 'Der Code wurde zu oft ersetzt',
    tooOftenText: (moment) => `Es wurde nichts geändert. Der nächste neue Code ist möglich ab ${moment}.`,
  },
  newsletters: {
    title: 'Newsletter und Hinweise auf Updates',
    both: 'Sie bekommen Newsletter mit Schulungstipps und Hinweise auf Updates der Software.',
    updates: 'Sie bekommen Hinweise auf Updates der Software.',
    neither: 'Sie bekommen weder Newsletter noch Hinweise auf Updates der Software.',
    neitherUpdates: 'Sie bekommen keine Hinweise auf Updates der Software.',
    warning: 'Wenn Sie die Newsletter abbestellen, entfallen auch die Hinweise auf Updates der Software.',
    warningUpdates:
      'Dann erfahren Sie nicht mehr von neuen Versionen, Korrekturen und dem Ende der Unterstützung.',
    last: (company) =>
      `Ihr Konto ist das letzte von ${company}, das Newsletter bekommt. Mindestens eines sollte es geben. Bitten Sie erst jemanden, sie einzuschalten.`,
    nobody: (company) =>
      `Kein Konto von ${company} bekommt jetzt Newsletter. Mindestens eines sollte es geben.`,
    stop: 'Newsletter und Hinweise auf Updates abbestellen',
    stopUpdates: 'Hinweise auf Updates abbestellen',
    start: 'Newsletter und Hinweise auf Updates bestellen',
    startUpdates: 'Hinweise auf Updates bestellen',
    changed: 'Ihre Wahl ist gespeichert',
  },

  bookings: {
    title: 'Meine Termine',
    coming: 'Kommende',
    noneComing: 'Für Sie ist kein Termin gebucht.',
    past: 'Vergangene',
    nonePast: 'Noch gab es keinen.',
    later: 'Spätere',
    earlier: 'Frühere',
    back: 'Zurück zu den kommenden',
    which: (email) => `Das sind die Termine Ihrer Firma, die mit Ihrer Adresse ${email} gebucht wurden.`,
    with: (session, consultant) => `${session}, mit ${consultant}`,
    states: {
      pending: 'Noch nicht bestätigt',
      confirmed: 'Bestätigt',
      moved: 'Verschoben und bestätigt',
      in_progress: 'Läuft gerade',
      completed: 'Vorbei',
      cancelled: 'Abgesagt',
      no_show: 'Als versäumt vermerkt',
      excused: 'Versäumt, entschuldigt',
      contested: 'Versäumt, mit Widerspruch',
      declined: 'Nicht zugesagt',
    },
    changeUntil: (moment) => `Hier verschieben oder absagen können Sie ihn bis ${moment}.`,
    change: 'Teilnehmen, verschieben oder absagen',
    changePending: 'Verschieben oder absagen',
    show: 'Ansehen',
  },

  people: {
    title: 'Personen',
    accounts: 'Konten',
    intro: (company) =>
      `Alle bei ${company} haben ein eigenes Konto. Konten kosten nichts, und Anmeldungen werden nie geteilt.`,
    you: 'Sie',
    active: 'Aktiv',
    invited: (date) => `Am ${date} gebeten, ein Passwort zu wählen, noch nicht aktiv`,
    manage: (name) => `Das Konto von ${name} ändern`,
    level: 'Stufe',
    changeLevel: 'Stufe ändern',
    changeLevelText: 'Die neue Stufe gilt sofort.',
    resend: `${eMail} noch einmal senden`,
    resendText: (email) =>
      `Die ${eMail} an ${email} mit dem Link, über den ein Passwort gewählt wird, geht noch einmal hinaus. Der Link gilt 7 Tage.`,
    remove: 'Konto entfernen',
    removeText: (name) =>
      `${name} wird sofort überall abgemeldet und kann sich nicht mehr anmelden. Gebuchte Termine bleiben. Das lässt sich nicht zurücknehmen: Wer wiederkommt, bekommt ein neues Konto.`,
    more: 'Weitere Personen',
    first: 'Zurück zu den ersten',

    ask: 'Ein Konto beantragen',
    askText: `Wir senden der Person eine ${eMail} mit einem Link. Damit wählt sie ein Passwort und kann sich anmelden. Bis dahin tut das Konto nichts.`,
    name: 'Voller Name',
    email: eMail,
    emailHint: 'Die eigene Adresse der Person, keine, die mehrere lesen.',
    askButton: 'Konto beantragen',
    levelMissing: 'Stufe: Bitte wählen Sie eine.',
    notGiven: 'Stufe: Diese kann Ihr eigenes Konto nicht geben.',
    exists: `${eMail}: Für diese Adresse gibt es schon ein Konto.`,
    existsInvited: `${eMail}: Ein Konto für diese Adresse ist schon beantragt. In der Liste oben können Sie die ${eMail} noch einmal senden lassen.`,

    done: {
      asked: 'Das Konto ist beantragt',
      askedText: `Eine ${eMail} mit dem Link, über den ein Passwort gewählt wird, ist unterwegs.`,
      resent: `Die ${eMail} ist noch einmal unterwegs`,
      resentText: 'Das kann eine Minute dauern. Kommt sie nicht an, sehen Sie bitte im Spam-Ordner nach.',
      level: 'Die Stufe ist geändert',
      removed: 'Das Konto ist entfernt',
      removedText: 'Anmelden kann sich damit niemand mehr.',
    },
    lastPrimary: 'Es wurde nichts geändert',
    lastPrimaryText:
      'Das ist der einzige Hauptkontakt Ihrer Firma. Geben Sie erst jemand anderem diese Stufe, dann versuchen Sie es noch einmal.',
    gone: 'Es wurde nichts geändert',
    goneText: 'Jemand anderes hat das Konto inzwischen geändert oder entfernt. So steht es jetzt.',
    notAllowed: 'Es wurde nichts geändert',
    notAllowedText: 'Ihr Konto erlaubt das nicht bei einem Konto dieser Stufe.',
  },
};
