import type { DeskWords } from '../en/desk.ts';

export const deskImport: DeskWords['import'] = {
  title: 'Firmen einlesen',
  intro:
    'Liest Firmen und ihre Leute aus einer Tabelle ein, die als CSV gespeichert ist. Zuerst sehen Sie, was geschehen würde. Geschrieben wird nur, wenn jede Zeile stimmt, und dieselbe Tabelle noch einmal ändert nichts.',
  columns: 'Die Spalten',
  columnsText:
    'Die erste Zeile nennt sie, in beliebiger Reihenfolge. Nur Company ID ist immer nötig. Was eine Tabelle weglässt, bleibt, wie es ist.',
  column: {
    'Company ID': 'Kleinbuchstaben, Ziffern und Bindestriche, etwa example-crates',
    'Company name': 'der Name, nötig bei einer neuen Firma',
    'Plan until': 'der letzte Tag des Wartungsvertrags, etwa 2027-12-31; nötig bei einer neuen Firma',
    Code: 'einer neuen Firma; ist die Zelle leer, wird einer gemacht',
    'After hours': 'yes oder no: ob die Firma den Zusatz für Randzeiten hat',
    'Person name': 'der volle Name, eine Person je Zeile',
    'E-mail': 'die eigene Adresse der Person; wer neu ist, bekommt einen Link zum Freischalten',
    Level: 'Basic, Sales / Designer, IT / Tech support, Manager / Supervisor oder Primary / Owner',
  },
  sheet: 'Die Tabelle',
  lines: 'Ihre Zeilen',
  sheetHint: 'Fügen Sie sie hier ein, die mit den Überschriften zuerst.',
  file: 'Oder die Datei wählen',
  fileHint: 'Sie wird in das Feld darüber gelesen und erst gesendet, wenn Sie den Knopf drücken.',
  check: 'Ansehen, was geschehen würde',
  checkText: 'Geschrieben wird noch nichts.',
  empty: 'Die Tabelle: bitte einfügen oder eine Datei wählen.',
  tooLarge:
    'Die Tabelle: bitte höchstens 1 MB auf einmal. Senden Sie sie in Teilen, jeden mit der Zeile der Überschriften.',

  bad: (count) => (count === 1 ? 'Eine Zelle stimmt nicht' : `${count} Zellen stimmen nicht`),
  badText: 'Geschrieben wurde nichts. Berichtigen Sie die Tabelle und sehen Sie noch einmal nach.',
  more: (count) => `Und ${count} weitere.`,
  line: (line) => `Zeile ${line}`,
  nothing: 'Alles ist schon so, wie die Tabelle es hat',
  nothingText: 'Es gibt nichts zu tun.',
  plan: 'Was geschehen wird',
  planText: (summary) => `${summary}. Geschrieben wird erst, wenn Sie den Knopf drücken.`,
  mails: (count) =>
    count === 1
      ? 'Eine Person bekommt einen Link, um ihr Passwort zu wählen.'
      : `${count} Personen bekommen einen Link, um ihr Passwort zu wählen.`,
  undo: 'Firmen bleiben, wenn sie einmal da sind. Angaben und Stufen lassen sich wieder ändern und Personen entfernen.',
  run: (summary) => `Schreiben: ${summary}`,
  done: 'Es ist geschrieben',
  doneText: (summary) => `${summary}.`,
  left: 'Ein Teil ist geschrieben',
  leftText: (summary, left) =>
    `${summary}. ${left} weitere stehen noch aus, wie die Liste unten sagt. Drücken Sie den Knopf noch einmal, dann geht es weiter.`,
  broken: 'Inzwischen hat sich etwas geändert',
  brokenText: (line) =>
    `Zeile ${line} ließ sich nicht so ausführen wie geplant, und dort wurde angehalten. Andere sind vielleicht geschrieben. Unten steht, was nach heutigem Stand noch zu tun ist.`,
  other: 'Der Plan ist inzwischen ein anderer',
  otherText:
    'Die Tabelle oder der Bestand hat sich geändert, seit Sie nachgesehen haben. Geschrieben wurde nichts. Das würde jetzt geschehen.',
  companies: 'Alle Firmen',
  notRead:
    'Die Datei lässt sich nicht lesen. Bitte wählen Sie sie noch einmal oder fügen Sie ihre Zeilen ein.',

  place: (line, column) => (column === undefined ? `Zeile ${line}` : `Zeile ${line}, ${column}`),
  cell: (text) => (text === '' ? 'eine leere Zelle' : `„${text}“`),
  faults: {
    encoding:
      'die Datei ist nicht UTF-8. Speichern Sie die Tabelle als „CSV UTF-8“, damit kein Name seine Umlaute verliert',
    empty: (columns) => `die Datei ist leer. Die erste Zeile nennt die Spalten: ${columns}`,
    quotes:
      'die Datei ist kein gültiges CSV. Suchen Sie ein Anführungszeichen, das nicht geschlossen oder nicht verdoppelt ist',
    noId: 'die Spalte Company ID fehlt',
    unknownColumn: (cell, columns) => `${cell} ist keine der Spalten: ${columns}`,
    columnTwice: (name) => `die Spalte ${name} gibt es zweimal`,
    noHeading: (cell) => `${cell} steht unter keiner Überschrift`,
    missing: 'fehlt',
    id: (cell) =>
      `${cell} muss eine Kennung aus Kleinbuchstaben, Ziffern und einzelnen Bindestrichen sein, höchstens 40 Zeichen, etwa example-crates`,
    date: (cell) => `${cell} ist kein Datum: schreiben Sie eines, das es gibt, als JJJJ-MM-TT`,
    code: (cell) =>
      `${cell} muss 8 bis 32 Buchstaben (A bis Z) und Ziffern haben, Bindestriche und Leerzeichen nicht gezählt`,
    yesOrNo: (cell) => `${cell} muss yes oder no sein`,
    address: (cell) => `${cell} muss eine Mailadresse sein und sonst nichts`,
    level: (cell) =>
      `${cell} ist keine Stufe: schreiben Sie Basic, Sales / Designer, IT / Tech support, Manager / Supervisor oder Primary / Owner`,
    text: (cell, most) => `${cell} muss eine Zeile Text sein, 1 bis ${most} Zeichen`,
    differs: (cell, other, line) => `${cell} ist anders als ${other} in Zeile ${line}`,
    repeated: (line) => `ist dasselbe wie in Zeile ${line}`,
    newCompany: (id) => `fehlt. ${id} ist neu: eine ihrer Zeilen muss es sagen`,
    otherCode: (id) =>
      `${id} hat einen anderen Code. Ersetzt wird er im Portal oder hier auf der Seite der Firma: lassen Sie die Zelle leer`,
    codeTaken: 'ist vergeben',
    hasAccount: 'hat anderswo ein Konto, und eine Mailadresse kann nur eines haben',
    wasRemoved:
      'hatte ein Konto, das entfernt wurde. Wer wieder eines haben soll, wird im Portal oder auf der Seite der Firma eingeladen',
  },

  steps: {
    create: (id, facts) => `Neue Firma ${id}: ${facts}`,
    planUntil: (date) => `Vertrag bis ${date}`,
    codeToBeMade: 'ein Code wird gemacht',
    code: (code) => `Code ${code}`,
    afterHours: 'Randzeiten',
    change: (id, facts) => `Firma ${id}: ${facts}`,
    nameBecomes: (from, to) => `der Name ${from} wird ${to}`,
    planBecomes: (from, to) => `Vertrag bis ${from} wird bis ${to}`,
    getsAfterHours: 'bekommt die Randzeiten',
    losesAfterHours: 'verliert die Randzeiten',
    invite: (companyId, name, email, level) =>
      `Neue Person von ${companyId}: ${name} <${email}>, ${level}, bekommt einen Link zum Freischalten`,
    level: (email, from, to) => `Person ${email}: die Stufe ${from} wird ${to}`,
  },
  summary: {
    'create-company': (count) => (count === 1 ? '1 neue Firma' : `${count} neue Firmen`),
    'change-company': (count) => (count === 1 ? '1 geänderte Firma' : `${count} geänderte Firmen`),
    invite: (count) => (count === 1 ? '1 neue Person' : `${count} neue Personen`),
    'change-level': (count) => (count === 1 ? '1 geänderte Stufe' : `${count} geänderte Stufen`),
  },
};
