import type { MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import type { MailKind } from '../facts.ts';
import { greeting, priceless, reasonRows } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';

type Cancelled = Extract<MailKind, { kind: 'cancelled' }>;

/** The mail that makes a cancellation count, of a session or of what never became one. */
export function cancelled(telling: Telling, kind: Cancelled): MailContent {
  const { reason, byStaff = false, wasRequest = false } = kind;
  const { facts, language } = telling;
  const { notRefunded, again, preview, request, ...session } = language.mails.cancelled;
  const words = wasRequest ? request : session;
  const paid = !wasRequest && !facts.free && facts.price !== undefined;
  return {
    subject: words.subject(subjectOf(telling)),
    preview,
    heading: words.heading,
    opening: [
      ...greeting(telling, ...(byStaff ? [words.byStaff] : []), words.lead),
      { kind: 'details', rows: [...priceless(telling), ...reasonRows(telling, reason)] },
      ...(paid ? [paragraph(notRefunded)] : []),
      paragraph(again(facts.brand.supportMail)),
    ],
    sections: [],
  };
}
