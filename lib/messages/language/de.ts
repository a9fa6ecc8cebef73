import { accountMails } from './de/account-mails.ts';
import { calendar } from './de/calendar.ts';
import { deskMails } from './de/desk-mails.ts';
import { mails } from './de/mails.ts';
import { parts } from './de/parts.ts';
import { phoneTexts } from './de/phone-texts.ts';
import { standingMails } from './de/standing-mails.ts';
import { texts } from './de/texts.ts';
import { time } from './de/time.ts';
import type { Language } from './en.ts';

/** Every sentence that people read in German. It says Sie, and speaks of a session as "Termin". */
export const de: Language = {
  code: 'de',
  time,
  parts,
  mails,
  accountMails,
  standingMails,
  deskMails,
  texts,
  phoneTexts,
  calendar,
};
