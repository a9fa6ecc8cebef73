import type { DeskWords } from '../en/desk.ts';
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

export const desk: DeskWords = {
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
