import type { DeskWords } from '../en/desk.ts';

/** What the desk says of webhooks, in German. */
export const deskWebhooks: DeskWords['webhooks'] = {
  title: 'Webhooks',
  intro:
    'Andere Systeme können erfahren, was hier geschieht: An jede dieser Adressen gehen die gewünschten Ereignisse, signiert.',
  none: 'Es gibt noch keinen.',
  all: 'Alle Webhooks',
  states: { enabled: 'Eingeschaltet', disabled: 'Abgeschaltet' },
  failingSince: (when) => `Seit ${when} ist jede Zustellung gescheitert.`,
  failingHint: 'Nach fünf solchen Tagen wird er abgeschaltet, und das Team bekommt eine E-Mail.',
  disabledBecause: {
    failing: (when) => `Abgeschaltet ${when}, weil fünf Tage lang jede Zustellung gescheitert war.`,
    gone: (when) => `Abgeschaltet ${when}, weil von dort die Antwort kam, dass es ihn nicht mehr gibt (410).`,
    staff: (when, who) => `Abgeschaltet ${when} von ${who}.`,
  },
  operator: 'dem Betreiber',

  add: 'Einen Webhook anlegen',
  description: 'Name',
  descriptionHint: 'Wofür er da ist, zum Beispiel: Termine ins CRM.',
  url: 'Adresse',
  urlHint: 'Sie beginnt mit https:// und ist aus dem öffentlichen Internet erreichbar.',
  types: 'Ereignisse',
  typesHint: 'Was sie jeweils enthalten, steht in der Liste der Ereignisse (docs/events.md).',
  groups: { booking: 'Buchungen', person: 'Personen', company: 'Firmen' },
  addButton: 'Den Webhook anlegen',
  addText:
    'Ereignisse gehen von da an dorthin. Das Geheimnis, mit dem sie signiert sind, zeigt die nächste Seite einmal.',
  wrong: {
    types: 'Ereignisse: Bitte wählen Sie mindestens eines.',
    url: {
      'not-an-address': 'Adresse: Eine Adresse sieht aus wie https://crm.example.com/hooks.',
      'not-https': 'Adresse: Sie muss mit https:// beginnen.',
      'not-found': 'Adresse: Ihr Rechner ist nicht zu finden.',
      'not-public': 'Adresse: Sie führt in ein privates Netz. Zugestellt wird nur ins öffentliche Internet.',
      known: 'Adresse: Sie ist schon ein Webhook.',
      'too-many': 'Adresse: Mehr Webhooks kann es nicht geben.',
    },
  },

  address: 'Adresse',
  state: 'Zustand',
  id: 'Kennung',
  added: 'Angelegt',
  addedBy: (when, who) => `${when} von ${who}`,
  wants: 'Bekommt',

  secret: 'Geheimnis',
  secretText: 'Das andere System braucht es, um unsere Zustellungen zu erkennen. Es wird einmal gezeigt.',
  secretShown: 'Das Geheimnis wurde gezeigt. Wer es verloren hat, braucht ein neues.',
  showSecret: 'Das Geheimnis zeigen',
  yourSecret: 'Das Geheimnis',
  yourSecretText: 'Kopieren Sie es jetzt: Es wird nicht noch einmal gezeigt.',
  formerUntil: (when) => `Das vorige Geheimnis signiert noch mit bis ${when}.`,
  newSecret: 'Ein neues Geheimnis machen',
  newSecretText:
    'Zustellungen sind dann 24 Stunden lang mit beiden Geheimnissen signiert, damit das andere System in Ruhe umstellen kann.',

  test: 'Ein Testereignis schicken',
  testText: 'Es hat den Typ webhook.test und handelt von nichts. Auch ein abgeschalteter Webhook bekommt es.',
  disable: 'Abschalten',
  disableText: 'Von da an wird nichts zugestellt. Was noch unterwegs ist, endet.',
  enable: 'Einschalten',
  enableText:
    'Was von da an geschieht, wird zugestellt. Was vorher gescheitert ist, nur wenn Sie es noch einmal zustellen.',
  replayAll: 'Gescheitertes noch einmal zustellen',
  replaySince: 'Seit',
  replaySinceHint: 'Alles, was seit Beginn dieses Tages gescheitert ist, höchstens 200 auf einmal.',
  replayAllButton: 'Noch einmal zustellen',
  sinceWrong: 'Seit: Ein Datum sieht aus wie 2026-12-24.',

  deliveries: 'Letzte Zustellungen',
  noDeliveries: 'In den letzten 30 Tagen wurde nichts zugestellt.',
  deliveryStates: {
    pending: 'unterwegs',
    delivered: 'zugestellt',
    failed: 'gescheitert',
    withheld: 'zurückgehalten, weil die Person gelöscht wurde',
  },
  tries: (count) => (count === 1 ? 'ein Versuch' : `${count} Versuche`),
  nextTry: (when) => `nächster Versuch ${when}`,
  answered: (when, status, seconds) => `${when}: ${status} nach ${seconds} s`,
  unanswered: (when, why) => `${when}: keine Antwort (${why})`,
  said: (text) => `„${text}“`,
  answers: 'Antworten',
  replay: 'Noch einmal zustellen',
  replayOf: (type, when) => `Noch einmal zustellen: ${type}, ${when}`,
  older: 'Ältere Zustellungen',
  latest: 'Zu den neuesten',

  done: {
    added: [
      'Der Webhook ist angelegt',
      'Zeigen Sie jetzt sein Geheimnis, und geben Sie es dem anderen System.',
    ],
    test: [
      'Das Testereignis ist unterwegs',
      'Laden Sie die Seite gleich noch einmal, um die Antwort zu sehen.',
    ],
    replay: [
      'Das Ereignis ist noch einmal unterwegs',
      'Laden Sie die Seite gleich noch einmal, um die Antwort zu sehen.',
    ],
    disable: ['Der Webhook ist abgeschaltet', 'Dorthin geht nichts mehr.'],
    enable: ['Der Webhook ist eingeschaltet', 'Was von jetzt an geschieht, geht dorthin.'],
    secret: [
      'Es gibt ein neues Geheimnis',
      'Zeigen Sie es jetzt, und geben Sie es innerhalb von 24 Stunden dem anderen System.',
    ],
  },
  replayed: (count) =>
    count === 1 ? 'Ein Ereignis ist noch einmal unterwegs' : `${count} Ereignisse sind noch einmal unterwegs`,
  replayedMore: 'Es gibt mehr. Drücken Sie dafür noch einmal auf den Knopf.',
  replayedNone: 'Seitdem ist nichts gescheitert',
  changed: 'Jemand war schneller',
  changedText:
    'Der Webhook wurde inzwischen geändert, und nichts ist geschehen. Bitte sehen Sie noch einmal nach.',
  busy: 'Hier ist gerade viel los',
  busyText: 'Nichts wurde geändert. Bitte drücken Sie gleich noch einmal auf den Knopf.',
};
