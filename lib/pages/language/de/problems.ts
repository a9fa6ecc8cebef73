import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { Language } from '../en.ts';

export const problems: Language['problems'] = {
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: `Vielleicht wurde die Adresse abgeschnitten. Links aus unseren ${eMail}s gelten, wenn sie ganz kopiert sind.`,
  },
  linkInvalid: {
    title: 'Dieser Link gilt nicht',
    text: `Vielleicht wurde er abgeschnitten. Öffnen Sie ihn aus der neuesten ${eMail}, oder kopieren Sie ihn ganz.`,
  },
  invalid: {
    title: 'Das konnten wir nicht lesen',
    text: 'Etwas an der Anfrage war anders, als diese Seite es sendet. Bitte gehen Sie zurück, und versuchen Sie es noch einmal.',
  },
  tooLate: {
    title: 'Dafür ist es zu spät',
    text: 'Die Zeit, in der sich das hier ändern ließ, ist vorbei.',
  },
  over: { title: 'Dieser Termin ist vorbei', text: 'An ihm lässt sich nichts mehr ändern.' },
  notSignedIn: {
    title: 'Bitte melden Sie sich an',
    text: 'Diese Seite ist für Menschen mit Konto, und Ihre Sitzung ist vorbei oder hat nicht begonnen.',
  },
  forged: {
    title: 'Das kam nicht von dieser Seite',
    text: 'Es wurde nichts geändert. Vielleicht war die Seite zu lange offen: Gehen Sie zurück, laden Sie sie neu, und versuchen Sie es noch einmal. Ihr Browser muss unsere Cookies annehmen.',
  },
  notAllowed: {
    title: 'Ihr Konto erlaubt das nicht',
    text: 'Ein Primary Ihres Unternehmens kann Ihrem Konto eine andere Stufe geben.',
  },
  accountRequired: {
    title: 'Ein kostenloser Termin braucht ein Konto',
    text: 'Kostenlose Termine sind für Menschen mit einem Konto der Firma, deren Code es ist. Ein Primary oder Manager der Firma beantragt es im Portal.',
  },
  blocked: {
    title: 'Kostenlose Termine sind zurzeit gesperrt',
    text: 'Ihr Profil im Portal sagt, bis wann und warum.',
  },
  tooSoon: {
    title: 'Diese Zeit ist zu früh',
    text: 'Die Buchung braucht eine Zusage, und dafür bleibt zu wenig Zeit. Bitte wählen Sie eine spätere.',
  },
  settled: { title: 'Das ist schon entschieden', text: 'Es wurde nichts geändert.' },
  slotTaken: {
    title: 'Diese Zeit ist vergeben',
    text: 'Jemand war schneller. Bitte wählen Sie eine andere Zeit.',
  },
  busy: {
    title: 'Hier ist gerade viel los',
    text: 'Es wurde nichts geändert. Bitte versuchen Sie es gleich noch einmal.',
  },
  failed: {
    title: 'Bei uns ging etwas schief',
    text: 'Soweit wir wissen, wurde nichts geändert. Bitte versuchen Sie es noch einmal.',
    reference: (id) => `Wenn es wieder geschieht, schreiben Sie uns, und nennen Sie diese Nummer: ${id}`,
  },
  book: 'Termin buchen',
};
