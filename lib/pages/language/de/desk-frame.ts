import type { DeskWords } from '../en/desk.ts';

export const deskFrame: DeskWords['frame'] = {
  nav: {
    label: 'Seiten für das Team',
    today: 'Heute',
    week: 'Woche',
    waiting: 'Offen',
    book: 'Buchen',
    hours: 'Zeiten',
    companies: 'Firmen',
    webhooks: 'Webhooks',
  },
  waiting: 'zu entscheiden:',
  search: 'Suche nach Person, Firma, Mailadresse, Nummer oder Buchung',
  searchFor: 'Person, Firma, Mail, Nummer',
  keys: {
    title: 'Tastenkürzel',
    open: 'Tastenkürzel (?)',
    on: 'Einzelne Tasten annehmen',
    close: 'Schließen',
    list: [
      ['j', 'nächster Termin'],
      ['k', 'Termin davor'],
      ['← ↑ → ↓', 'von einem Termin zu dem daneben'],
      ['Eingabe', 'Termin öffnen'],
      ['t', 'heute'],
      ['w', 'diese Woche'],
      ['n', 'neuer Termin'],
      ['/', 'Suche'],
      ['Esc', 'schließen, was offen ist'],
      ['?', 'diese Hilfe'],
    ],
    actions:
      'In einem Termin zeigt jede Aktion ihre Taste, und es ist immer dieselbe. Die Taste öffnet die Aktion, und führt sie noch nicht aus.',
  },
  beside: { whole: 'Als Seite öffnen', close: 'Schließen' },
  front: 'Zu den Terminen von heute',
  signOut: 'Abmelden',
  signedIn: (name) => `Angemeldet als ${name}`,
};
