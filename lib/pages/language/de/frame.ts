import type { Language } from '../en.ts';

export const frame: Language['frame'] = {
  title: (page, brand) => `${page} · ${brand}`,
  titleWithError: (title) => `Fehler: ${title}`,
  skip: 'Zum Inhalt springen',
  languages: 'Sprache',
  write: 'Fragen? Schreiben Sie uns:',
  offline: 'Das kam nicht bei uns an. Bitte prüfen Sie Ihre Verbindung, und drücken Sie noch einmal.',
  busy: 'Einen Moment …',
};
