import { defineConfig } from '../lib/config/define.ts';
import { mondayToFriday } from '../lib/config/monday-to-friday.ts';

/** The demo deployment as tests know it: a copy, so that no test changes when an operator edits showup.config.ts. */
export default defineConfig({
  brand: {
    name: 'Example Support',
    supportMail: 'support@example.com',
    mailFrom: 'sessions@example.com',
    website: 'https://example.com',
    colour: '#1f5fbf',
  },
  zone: 'America/New_York',
  // Most tests are about the life of a session, whoever it is for. What needs an account is tested with
  // fixture-config-accounts.ts.
  policy: { accounts: { requirePortalAccount: false } },
  currency: 'USD',
  sessionTypes: [
    {
      id: 'call-30',
      name: { en: 'Support call', de: 'Support-Anruf' },
      description: {
        en: 'A question or a single problem, by phone with a shared screen.',
        de: 'Eine Frage oder ein einzelnes Problem, am Telefon und mit Blick auf Ihren Bildschirm.',
      },
      minutes: 30,
      fee: 75,
    },
    {
      id: 'live-60',
      name: { en: 'Live session', de: 'Live-Sitzung' },
      description: {
        en: 'An hour on your screen: setting up, finding a cause, putting it right.',
        de: 'Eine Stunde an Ihrem Bildschirm: einrichten, Ursachen finden, Fehler beheben.',
      },
      minutes: 60,
      fee: 140,
    },
    {
      id: 'live-90',
      name: { en: 'Long live session', de: 'Lange Live-Sitzung' },
      description: {
        en: 'For larger work, such as an upgrade or a move to a new server.',
        de: 'Für größere Arbeiten, etwa ein Upgrade oder den Umzug auf einen neuen Server.',
      },
      minutes: 90,
      fee: 200,
    },
  ],
  consultants: [
    {
      id: 'robin',
      name: 'Robin Hale',
      hours: mondayToFriday('08:30', '17:30'),
      room: {
        url: 'https://meet.example.com/robin',
        dialInUrl: 'https://meet.example.com/dial-in',
        conferenceId: '200 300 101',
      },
    },
    {
      id: 'kim',
      name: 'Kim Soto',
      hours: mondayToFriday('08:30', '17:30'),
      room: {
        url: 'https://meet.example.com/kim',
        dialInUrl: 'https://meet.example.com/dial-in',
        conferenceId: '200 300 102',
      },
    },
  ],
  holidays: [
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-07-04',
    '2026-09-07',
    '2026-10-12',
    '2026-11-11',
    '2026-11-26',
    '2026-12-25',
    '2027-01-01',
    '2027-01-18',
    '2027-02-15',
    '2027-05-31',
    '2027-06-18',
    '2027-06-19',
    '2027-07-04',
    '2027-07-05',
    '2027-09-06',
    '2027-10-11',
    '2027-11-11',
    '2027-11-25',
    '2027-12-24',
    '2027-12-25',
    '2027-12-31',
  ],
  releases: [
    { id: '6.1', name: 'Release 6.1', support: 'active' },
    { id: '6.0', name: 'Release 6.0', support: 'active' },
    { id: '5.2', name: 'Release 5.2', support: 'deprecated' },
    { id: '4.8', name: 'Release 4.8', support: 'end-of-life' },
  ],
  texts: { from: '+15550100', maxPrice: 0.05, countries: ['US', 'CA', 'GB', 'DE', 'AT', 'CH'] },
  embed: { origins: ['https://www.example.com', 'http://localhost:8790'] },
  preparation: [
    {
      title: {
        en: 'Install the screen-sharing app',
        de: 'Installieren Sie die App zur Bildschirmfreigabe',
      },
      text: {
        en: 'It is a small download. Open it once before the session, so that updates are done.',
        de: 'Der Download ist klein. Öffnen Sie die App vor dem Termin einmal, damit alle Updates erledigt sind.',
      },
      url: 'https://example.com/screen-sharing',
    },
    {
      title: {
        en: 'On a Mac, allow screen recording',
        de: 'Erlauben Sie auf einem Mac die Bildschirmaufnahme',
      },
      text: {
        en: 'System Settings, Privacy & Security, Screen & System Audio Recording: switch on the screen-sharing app, then open it again.',
        de: 'Schalten Sie in den Systemeinstellungen unter „Datenschutz & Sicherheit“, „Bildschirm- & Systemaudioaufnahme“ die App zur Bildschirmfreigabe ein, und öffnen Sie sie dann neu.',
      },
    },
  ],
});
