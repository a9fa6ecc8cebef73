import type { DeskWords } from '../en/desk.ts';

export const deskHours: DeskWords['hours'] = {
  title: 'Arbeitszeiten',
  titleOf: (name) => `Arbeitszeiten von ${name}`,
  intro:
    'Freie Zeit schließt Arbeitszeiten und geht vor. Zusätzliche Zeiten öffnen, was außerhalb der Woche liegt, auch Feiertage.',
  usual: 'Wie immer',
  all: 'Alle Berater',
  zone: (zone) => `Zeitzone: ${zone}.`,
  weekly: 'Jede Woche',
  none: 'keine',
  kinds: { off: 'Freie Zeit', extra: 'Zusätzliche Zeit' },
  wholeDay: (date) => `${date}, ganztägig`,
  wholeDays: (first, last) => `${first} bis ${last}, ganztägig`,
  coming: 'Freie und zusätzliche Zeiten',
  noneComing: 'Es steht nichts an.',
  by: (who, date) => `Am ${date} eingetragen von ${who}`,
  operator: 'dem Betreiber',
  inside: (count) => (count === 1 ? 'Ein Termin liegt noch darin:' : `${count} Termine liegen noch darin:`),
  noneInside: 'Kein Termin liegt darin.',
  session: (when, who) => `${when}, ${who}`,
  move: 'Verschieben oder absagen',
  moveOf: (who, when) => `Den Termin von ${who} verschieben oder absagen, ${when}`,

  add: 'Freie oder zusätzliche Zeit eintragen',
  kind: 'Was',
  kindHints: {
    off: 'Dann kann nichts gebucht werden.',
    extra: 'Dann können Termine gebucht werden wie in der Arbeitszeit.',
  },
  fromDate: 'Erster Tag',
  fromTime: 'Von',
  toDate: 'Letzter Tag',
  toTime: 'Bis',
  timeHint: 'Auf die Viertelstunde. Leer lassen für den ganzen Tag.',
  reason: 'Grund',
  reasonHint: 'Zum Festhalten. Kunden sehen ihn nicht.',
  look: 'Ansehen, was das bewirkt',
  lookText: 'Geändert wird noch nichts.',
  wrong: {
    kind: 'Was: bitte wählen Sie.',
    fromDate: 'Erster Tag: ein Datum sieht aus wie 2026-12-24.',
    toDate: 'Letzter Tag: ein Datum sieht aus wie 2026-12-24.',
    fromTime: 'Von: eine Uhrzeit auf die Viertelstunde, etwa 13:15.',
    toTime: 'Bis: eine Uhrzeit auf die Viertelstunde, etwa 13:15, nach dem Anfang.',
    stretch: (days) =>
      `Letzter Tag: das Ende muss nach dem Anfang liegen, in der Zukunft und innerhalb von ${days} Tagen.`,
  },

  adding: {
    off: (name, span) => `${name} hat frei: ${span}. Dann kann bei ${name} nichts gebucht werden.`,
    extra: (name, span) => `${name} arbeitet zusätzlich: ${span}. Dann können Termine gebucht werden.`,
  },
  there: 'Das ist schon eingetragen. Es noch einmal einzutragen ändert nichts.',
  stay: (count) =>
    count === 1
      ? 'Ein Termin liegt darin. Er bleibt gebucht, und der Teilnehmer erfährt nichts, bis Sie ihn verschieben oder absagen:'
      : `${count} Termine liegen darin. Sie bleiben gebucht, und die Teilnehmer erfahren nichts, bis Sie sie verschieben oder absagen:`,
  stayNone: 'Kein Termin liegt darin. Niemand wird angeschrieben.',
  nobodyTold: 'Niemand wird angeschrieben.',
  undoAdd: 'Es lässt sich wieder entfernen.',
  addButton: { off: 'Freie Zeit eintragen', extra: 'Zusätzliche Zeit eintragen' },
  back: 'Alles lassen, wie es ist',

  remove: 'Entfernen',
  removeOf: { off: 'Freie Zeit entfernen', extra: 'Zusätzliche Zeit entfernen' },
  removeOfWhen: (kind, span) => `Entfernen: ${kind}, ${span}`,
  removing: {
    off: (name, span) =>
      `${name} hat nicht mehr frei: ${span}. Die Arbeitszeiten der Woche gelten wieder und können gebucht werden.`,
    extra: (name, span) =>
      `${name} arbeitet nicht mehr zusätzlich: ${span}. Außerhalb der Arbeitszeiten der Woche kann dann nichts gebucht werden.`,
  },
  undoRemove: 'Es bleibt festgehalten und lässt sich wieder eintragen.',

  done: {
    off: 'Die freie Zeit ist eingetragen',
    extra: 'Die zusätzliche Zeit ist eingetragen',
    offRemoved: 'Die freie Zeit ist entfernt',
    extraRemoved: 'Die zusätzliche Zeit ist entfernt',
    feed: 'Der Kalender hat eine neue Adresse',
    feedText: 'Die bisherige öffnet nichts mehr.',
  },
  busy: 'Gerade ist viel los',
  busyText: 'Geändert wurde nichts. Bitte drücken Sie den Knopf gleich noch einmal.',

  feed: 'Kalender-Abo',
  feedText: (name) =>
    `Ein Kalenderprogramm, das diese Adresse abonniert, zeigt die Termine von ${name}, mit den Namen derer, die kommen. Wer die Adresse hat, sieht sie: geben Sie sie nur ${name}.`,
  feedAddress: 'Adresse',
  feedNew: 'Neue Adresse machen',
  feedNewText:
    'Die alte Adresse öffnet von da an nichts mehr: das Kalenderprogramm braucht die neue. Das lässt sich nicht zurücknehmen.',
  weekdays: {
    monday: 'Montag',
    tuesday: 'Dienstag',
    wednesday: 'Mittwoch',
    thursday: 'Donnerstag',
    friday: 'Freitag',
    saturday: 'Samstag',
    sunday: 'Sonntag',
  },
  nextDay: (clock) => `${clock} am nächsten Tag`,
};
