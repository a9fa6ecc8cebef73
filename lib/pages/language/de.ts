import { de as messages } from '../../messages/language/de.ts';
import { account } from './de/account.ts';
import { book } from './de/book.ts';
import { booked } from './de/booked.ts';
import { docs } from './de/docs.ts';
import { fields } from './de/fields.ts';
import { frame } from './de/frame.ts';
import { join } from './de/join.ts';
import { manage } from './de/manage.ts';
import { portal } from './de/portal.ts';
import { problems } from './de/problems.ts';
import { session } from './de/session.ts';
import { standing } from './de/standing.ts';
import type { Language } from './en.ts';

/** Every sentence of the pages in German. It says Sie, and speaks of a session as „Termin“. */
export const de: Language = {
  code: 'de',
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
