import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { DeskWords } from '../en/desk.ts';

export const deskSearch: DeskWords['search'] = {
  title: 'Suche',
  titleFor: (text) => `Suche: ${text}`,
  field: `Person, Firma, ${eMail}-Adresse, Nummer oder Buchung`,
  hint: `Ein Name oder ein Teil davon, der Code einer Firma, eine ganze ${eMail}-Adresse, eine Telefonnummer in jeder Schreibweise oder der Anfang der Kennung einer Buchung.`,
  button: 'Suchen',
  tooLong: 'Das ist zu lang, um danach zu suchen.',
  by: {
    id: (id) => `Buchungen, deren Kennung mit ${id} beginnt`,
    email: (email) => `Wer die ${eMail}-Adresse ${email} hat`,
    mobile: (numbers) => `Wer die Nummer ${numbers} hat`,
    name: (name) => `Personen mit Konto und Firmen, die „${name}“ im Namen haben`,
    code: (code) => `Die Firma mit dem Code „${code}“`,
  },
  or: ' oder ',
  none: 'Es ist nichts gefunden.',
  noneHint: {
    id: 'Eine Kennung hat nach bkg_ 26 Zeichen. Ihr Anfang genügt.',
    email: 'Adressen werden nur im Ganzen gesucht. Wer gelöscht wurde, ist nicht zu finden.',
    mobile: 'Ohne + oder 00 gilt eine Nummer als eine der Länder, in die wir SMS schicken.',
    name: `Personen ohne Konto finden sich über ihre ${eMail}-Adresse oder Nummer.`,
  },
  people: (count) => `Personen (${count})`,
  companies: (count) => `Firmen (${count})`,
  bookings: (count) => `Termine (${count})`,
  cutOff: (count) => `Es gibt mehr als diese ${count}. Wer genauer sucht, sieht weniger.`,
  atLeast: (count) => `${count}+`,
  moreBookings: 'Alle Termine einer Person stehen auf ihrer Seite.',

  account: {
    active: 'Konto',
    invited: 'Eingeladen, noch nicht aktiv',
    removed: 'Das Konto wurde entfernt',
    staff: 'Wir selbst',
    none: 'Kein Konto',
  },
  level: (account, level) => `${account}, ${level}`,
  noCompany: 'keine Firma',
  planUntil: (date) => `Vertrag bis ${date}`,
  session: (type, consultant) => `${type} mit ${consultant}`,
  evidence: 'Nachweis',
  evidenceOf: (what) => `Nachweis zu ${what}`,
  erased: {
    title: 'Alles ist gelöscht',
    text: (bookings, numbers) =>
      `Vergessen: ${bookings === 1 ? '1 Termin' : `${bookings} Termine`}, ${numbers === 1 ? '1 Nummer' : `${numbers} Nummern`} und das Konto, wenn es eines gab.`,
  },
};
