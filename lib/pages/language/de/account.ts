import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { Language } from '../en.ts';

export const account: Language['account'] = {
  email: eMail,
  password: 'Passwort',
  show: 'Zeigen',
  hide: 'Verbergen',
  showName: 'Passwort zeigen',
  hideName: 'Passwort verbergen',
  shown: 'Ihr Passwort ist zu sehen.',
  hidden: 'Ihr Passwort ist verborgen.',
  signIn: {
    title: 'Anmelden',
    button: 'Anmelden',
    forgot: 'Passwort vergessen',
    noAccount:
      'Noch kein Konto? Ein Primary oder Manager Ihres Unternehmens kann im Portal eines für Sie anlegen lassen.',
    wrong: {
      title: `${eMail} und Passwort passen nicht zusammen`,
      text: 'Bitte versuchen Sie es noch einmal. Nach mehreren falschen Versuchen warten Sie eine Viertelstunde, oder wählen Sie ein neues Passwort.',
    },
    signedOut: {
      title: 'Sie sind abgemeldet',
      text: 'In diesem Browser kann niemand mehr in Ihrem Namen handeln.',
    },
  },
  signedIn: {
    title: 'Sie sind angemeldet',
    as: (name, email) => `In diesem Browser ist ${name} (${email}) angemeldet.`,
    back: 'Zurück',
    signOut: 'Abmelden',
  },
  forgot: {
    title: 'Neues Passwort wählen',
    text: `Nennen Sie die ${eMail}-Adresse Ihres Kontos. Wir schicken einen Link dorthin, mit dem Sie ein neues Passwort wählen.`,
    button: 'Link schicken',
    back: 'Zurück zur Anmeldung',
    sent: {
      title: 'Sehen Sie in Ihre Post',
      text: 'Wenn es zu dieser Adresse ein Konto gibt, das schon benutzt wurde, ist der Link unterwegs. Er gilt eine Stunde.',
      nothing:
        'Nichts da? Sehen Sie im Spam-Ordner nach. Wenn Sie eingeladen wurden und noch kein Passwort gewählt haben, lassen Sie sich die Einladung noch einmal schicken.',
      again: 'Andere Adresse nennen',
    },
  },
  choose: {
    welcome: 'Willkommen: Wählen Sie ein Passwort',
    title: 'Neues Passwort wählen',
    for: 'Es gilt für das Konto von',
    label: 'Neues Passwort',
    hint: (fewest) =>
      `Mindestens ${fewest} Zeichen. Ein paar Wörter, die nur Sie so verbinden, sind leicht zu merken und schwer zu raten.`,
    button: 'Speichern und anmelden',
    endsSessions: 'Wo Sie sonst noch angemeldet sind, werden Sie abgemeldet.',
    problems: {
      'too-short': (fewest) => `Passwort: bitte mindestens ${fewest} Zeichen.`,
      'too-long': (most) => `Passwort: bitte höchstens ${most} Zeichen.`,
      'space-at-an-end': 'Passwort: Es kann nicht mit einem Leerzeichen beginnen oder enden.',
      'not-taken': 'Passwort: Dieses geht nicht. Bitte wählen Sie ein anderes.',
    },
    invalid: {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Er wurde schon benutzt, ist zu alt oder wurde abgeschnitten.',
      again: 'Neuen Link schicken',
      invited: 'Wenn es eine Einladung war, lassen Sie sie sich noch einmal schicken.',
    },
  },
  tooMany: {
    title: 'Zu viele Versuche',
    text: (minutes) =>
      minutes === 1
        ? 'Bitte warten Sie eine Minute, und versuchen Sie es noch einmal.'
        : `Bitte warten Sie ${minutes} Minuten, und versuchen Sie es noch einmal.`,
  },
  stale: {
    title: 'Bitte drücken Sie noch einmal',
    text: 'Die Seite war lange offen, oder Ihr Browser nimmt unsere Cookies nicht an, ohne die es keine Anmeldung gibt.',
  },
};
