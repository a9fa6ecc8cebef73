import { accountMails } from './en/account-mails.ts';
import { calendar } from './en/calendar.ts';
import { deskMails } from './en/desk-mails.ts';
import { mails } from './en/mails.ts';
import { parts } from './en/parts.ts';
import { phoneTexts } from './en/phone-texts.ts';
import { standingMails } from './en/standing-mails.ts';
import { texts } from './en/texts.ts';
import { time } from './en/time.ts';

/** Every sentence that people read in English. Another language is another file of this shape. */
export const en = {
  code: 'en',
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

/** What a language has to say: sentences as functions of data, and the locale its dates are told in. */
export type Language = typeof en;
