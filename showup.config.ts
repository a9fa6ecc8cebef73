import holidays from './holidays.json' with { type: 'json' };
import { defineConfig } from './lib/config/define.ts';
import { mondayToFriday } from './lib/config/monday-to-friday.ts';

/** The one file an operator edits. Policy that isn't stated here is the standard one in lib/domain/policy.ts. */
export default defineConfig({
  // How Showup presents itself, and where people write to when they need a person.
  brand: {
    name: 'Example Support',
    supportMail: 'support@example.com',
    mailFrom: 'sessions@example.com',
    website: 'https://example.com',
    colour: '#1f5fbf',
  },

  // The zone of your company: working hours, holidays and "the same day" are meant in it.
  zone: 'America/New_York',

  // Your policy, where it differs: changes: { linkUntilMinutes: 60 }, for instance.
  policy: {},

  // What people can book. The fee is for those without a company code; with one, sessions are free.
  // Words to read are plain text, or one text per language; English stands in for those left out.
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

  // Who gives the sessions, when (a night shift is written 22:00 to 30:00), and in which meeting room.
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

  // Days on which nobody works. `npm run holidays -- --country US --year 2028` adds a year; add your own here.
  holidays: [...Object.keys(holidays)],

  // Releases of your product. Deprecated ones get limited support, those at their end of life no sessions.
  releases: [
    { id: '6.1', name: 'Release 6.1', support: 'active' },
    { id: '6.0', name: 'Release 6.0', support: 'active' },
    { id: '5.2', name: 'Release 5.2', support: 'deprecated' },
    { id: '4.8', name: 'Release 4.8', support: 'end-of-life' },
  ],

  // The service that texts ('sns', or 'end-user-messaging', which drops what comes too late and tells what arrived), the
  // number that they come from, the most that one part of a text may cost (in US dollars), the country of mobile numbers
  // that are given without +, and those whose numbers are texted.
  texts: {
    provider: 'sns',
    from: '+15550100',
    maxPrice: 0.05,
    defaultCountry: 'US',
    countries: ['US', 'CA', 'GB', 'DE', 'AT', 'CH'],
  },

  // Sites that may show the booking page in a frame: embed: { origins: ['https://www.example.com'] }.
  embed: { origins: [] },

  // What to do before a session, told in every mail and on the join page.
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

  // Where it is deployed; docs/deploy.md has the steps.
  deployment: {
    // The site's own address: domain: { name: 'sessions.example.com', hostedZone: { id: 'Z…', name: 'example.com' } },
    // or with a certificate of yours, and DNS elsewhere: domain: { name: '…', certificateArn: 'arn:aws:acm:…' }.
    // 'existing' where another stack of the same account has the SES identity of your mail domain already.
    mail: { identity: 'own' },
    // Who is mailed when an alarm of the stage prod rings: alarms: { mail: 'operators@example.com' },
    alarms: {},
    // Sites whose scripts may call the API in a browser: cors: { origins: ['https://www.example.com'] }.
    cors: { origins: [] },
    // true for CloudFront and a web ACL in front, from about $9 a month; it needs a domain and the region us-east-1.
    frontDoor: false,
    // A number to rent, number: { type: 'toll-free', country: 'US' }, or one that you have, number: { id: 'phone-…' }; and
    // the most US dollars that texts may cost in a month, monthlyLimit: 50.
    texts: {},
  },
});
