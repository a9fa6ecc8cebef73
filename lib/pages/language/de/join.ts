import type { Language } from '../en.ts';

export const join: Language['join'] = {
  early: 'Sie sind früh dran',
  earlyText: (opens) => `Teilnehmen können Sie ab ${opens},`,
  earlyThen: 'Der Knopf erscheint dann von selbst auf dieser Seite.',
  pending: 'Dieser Termin ist noch nicht bestätigt',
  pendingText: (decided) => `Ob er stattfindet, entscheiden wir bis ${decided},`,
  pendingThen: 'Sobald er bestätigt ist, können Sie hier teilnehmen.',
  open: 'Ihr Termin ist offen',
  starts: (start) => `Er beginnt um ${start},`,
  started: (start, closes) =>
    `Er hat um ${start} begonnen. Wenn niemand teilnimmt, schließt er um ${closes} und gilt als versäumt.`,
  keptOpen: (start, end) => `Er hat um ${start} begonnen. Wir halten ihn bis ${end} für Sie offen.`,
  underWay: (start, end) => `Er hat um ${start} begonnen, es ist schon jemand da, und er dauert bis ${end}.`,
  button: 'Jetzt teilnehmen',
  buttonHint: (host) => `Das sagt uns, dass Sie da sind, und bringt Sie zum Meeting bei ${host}.`,
  closed: 'Dieser Termin ist geschlossen',
  closedText: (closed, mail) =>
    `Teilnehmen konnte man bis ${closed}. Wenn Sie ihn noch brauchen, schreiben Sie an ${mail}.`,
  change: 'Buchung ansehen oder ändern',
  see: 'Buchung ansehen',
};
