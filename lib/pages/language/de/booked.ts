import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { Language } from '../en.ts';

export const booked: Language['booked'] = {
  title: 'Ihr Termin ist gebucht',
  what: 'Termin',
  when: 'Wann',
  withWhom: 'Mit',
  price: 'Preis',
  free: 'Kostenlos mit dem Wartungsvertrag Ihrer Firma',
  note: 'Bitte beachten',
  addToCalendar: 'In den Kalender',
  manage: 'Verschieben oder absagen',
  another: 'Noch einen Termin buchen',
  next: 'Wie es weitergeht',
  mailed: (mail) => `Eine Bestätigung mit dem Link zum Beitreten ist unterwegs an ${mail}.`,
  reminders: (hours) => `Wir erinnern Sie per ${eMail} ${hours.join(' und ')} vorher.`,
  hours: (count) => (count === 1 ? '1 Stunde' : `${count} Stunden`),
  requested: (mail) =>
    `Eine ${eMail} mit diesen Angaben und dem Link zum Verschieben oder Absagen ist unterwegs an ${mail}.`,
  changeUntil: (moment) => `Verschieben oder absagen können Sie bis ${moment}.`,
  checkIn: (asked, mobile, closes) =>
    `Ist um ${asked} noch niemand da, schreiben wir an ${mobile}. Eine Antwort hält den Termin offen; ohne sie schließt er um ${closes} und gilt als versäumt.`,
  closes: (closes) =>
    `Ist bis ${closes} niemand da, weder online noch am Telefon, schließt der Termin und gilt als versäumt.`,
};
