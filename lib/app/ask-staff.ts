import { type Booking, isPending } from '../domain/booking/booking.ts';
import type { DeskMailKind, DeskSession } from '../messages/desk-facts.ts';
import { renderDeskMail } from '../messages/desk-mail.tsx';
import { en } from '../messages/language/en.ts';
import type { StaffQuestion } from './effect.ts';
import { sessionNameOf } from './facts.ts';
import type { Send } from './once.ts';
import { preparePost } from './post.ts';
import type { ReactDeps } from './react-deps.ts';

/** Prepares a mail to our staff of what they have to decide about a booking. */
export async function prepareQuestion(
  deps: ReactDeps,
  booking: Booking,
  question: StaffQuestion,
  messageId: string,
): Promise<Send> {
  const kind = kindOf(question, booking, await sessionOf(deps, booking));
  return kind === undefined ? async () => undefined : prepareStaffMail(deps, kind, messageId, booking.id);
}

/** Prepares a mail to the address that our staff read, in English: which of them reads it, and in what language, isn't known. */
export function prepareStaffMail(
  deps: ReactDeps,
  kind: DeskMailKind,
  messageId: string,
  threadId: string,
): Promise<Send> {
  const { siteUrl, settings } = deps;
  const { brand, zone: timeZone } = settings;
  const mail = renderDeskMail(kind, { brand, siteUrl, timeZone }, en);
  return preparePost(deps, { mail, to: { name: brand.name, email: brand.supportMail }, messageId, threadId });
}

/** Nothing where it has been decided in the meantime. */
function kindOf(question: StaffQuestion, booking: Booking, session: DeskSession): DeskMailKind | undefined {
  const { approval, outcome } = booking;
  if (question.kind === 'contest-opened') {
    if (outcome?.contest === undefined) return undefined;
    return { ...question, session, recorded: outcome.reason, text: outcome.contest.text };
  }
  if (approval === undefined || !isPending(booking)) return undefined;
  return { ...question, session, because: approval.because, decideBy: approval.decideBy };
}

async function sessionOf({ people, settings }: ReactDeps, booking: Booking): Promise<DeskSession> {
  const { id: bookingId, attendee, companyId, start, end, topic } = booking;
  const company = companyId === undefined ? undefined : await people.company(companyId);
  return {
    bookingId,
    attendee,
    ...(company === undefined ? {} : { companyName: company.name }),
    sessionName: sessionNameOf(settings, booking, 'en'),
    ...{ start, end },
    ...(topic === undefined ? {} : { topic }),
  };
}
