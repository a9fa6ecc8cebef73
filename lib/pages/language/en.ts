import type { LanguageCode } from '../../domain/language.ts';
import { en as messages } from '../../messages/language/en.ts';
import { account } from './en/account.ts';
import { book } from './en/book.ts';
import { booked } from './en/booked.ts';
import { docs } from './en/docs.ts';
import { fields } from './en/fields.ts';
import { frame } from './en/frame.ts';
import { join } from './en/join.ts';
import { manage } from './en/manage.ts';
import { portal } from './en/portal.ts';
import { problems } from './en/problems.ts';
import { session } from './en/session.ts';
import { standing } from './en/standing.ts';

/** Every sentence of the pages in English. Another language is another file of this shape. */
export const en = {
  code: 'en' as LanguageCode,
  messages,
  frame,
  fields,
  problems,
  account,
  book,
  booked,
  docs,
  session,
  join,
  manage,
  portal,
  standing,
};

/** What a language has to say on pages; `messages` tells times and what goes into mails and calendars. */
export type Language = typeof en;
