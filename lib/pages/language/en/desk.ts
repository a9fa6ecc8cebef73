import { deskBoard } from './desk-board.ts';
import { deskBook } from './desk-book.ts';
import { deskCompanies } from './desk-companies.ts';
import { deskFrame } from './desk-frame.ts';
import { deskHours } from './desk-hours.ts';
import { deskImport } from './desk-import.ts';
import { deskPerson } from './desk-person.ts';
import { deskSearch } from './desk-search.ts';
import { deskSession } from './desk-session.ts';
import { deskWaiting } from './desk-waiting.ts';
import { deskWebhooks } from './desk-webhooks.ts';

/** Every sentence of the desk in English. Another language is another file of this shape. */
export const desk = {
  board: deskBoard,
  book: deskBook,
  companies: deskCompanies,
  frame: deskFrame,
  hours: deskHours,
  import: deskImport,
  person: deskPerson,
  search: deskSearch,
  session: deskSession,
  waiting: deskWaiting,
  webhooks: deskWebhooks,
};

export type DeskWords = typeof desk;
