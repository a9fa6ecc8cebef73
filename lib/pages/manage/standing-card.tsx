import { isOver } from '../../domain/booking/booking.ts';
import { line, shorten } from '../../messages/line.ts';
import { shortMoment } from '../../messages/time.ts';
import { priceText } from '../dates.ts';
import type { Language } from '../language/en.ts';
import { outcomeWords } from '../session/outcome-words.ts';
import { type Fact, SessionFacts } from '../session/session-facts.tsx';
import type { Visit } from '../visit.ts';
import type { ManageView } from './view.ts';
import { Ways } from './ways.tsx';

interface StandingProps {
  readonly visit: Visit;
  readonly view: ManageView;
}

/** How the booking stands, as the page's title. It is told by the booking itself, so a reload says the same. */
export function titleOf({ booking }: ManageView, { manage }: Language): string {
  // Who is told that an answer came too late for the session hasn't cancelled anything.
  if (booking.cancelled?.by === 'showup') return manage.titles.completed;
  const moved = booking.status === 'confirmed' && booking.version > 1;
  return manage.titles[moved ? 'moved' : booking.status];
}

/** How the booking stands, in words; what it is; and the ways on from here. */
export function StandingCard({ visit, view }: StandingProps) {
  const { language } = visit;
  const { parts } = language.messages;
  return (
    <section class="card" aria-label={parts.labels.session}>
      {standing(view, language).map((words) => (
        <p>{words}</p>
      ))}
      <SessionFacts facts={view.facts} language={language} more={moreFacts(view, language)} />
      <Ways visit={visit} view={view} />
    </section>
  );
}

function standing({ booking, facts }: ManageView, language: Language): string[] {
  const { manage } = language;
  const { email } = facts.attendee;
  switch (booking.status) {
    case 'pending':
      return [manage.pending];
    case 'confirmed':
      return [
        booking.version > 1 ? manage.moved(email) : manage.confirmed(line(facts.consultantName), email),
      ];
    case 'in_progress':
      return [manage.underWay];
    case 'completed':
      return [outcomeWords(booking, language).text];
    case 'cancelled':
      return [cancelledText({ booking, facts }, language)];
    case 'no_show':
      return [outcomeWords(booking, language, true).text, ...whatFollows(booking, language)];
  }
}

/** Of a no-show: that it counts, and what to do about that; or that it doesn't. */
function whatFollows({ outcome }: ManageView['booking'], { messages, session }: Language): string[] {
  const { meaning, wrong } = messages.mails.noShow;
  return outcome?.excused === undefined ? [meaning, wrong] : [session.over.excused];
}

function cancelledText(
  { booking, facts }: Pick<ManageView, 'booking' | 'facts'>,
  language: Language,
): string {
  const { cancelled } = booking;
  if (cancelled === undefined || cancelled.by === 'showup') return outcomeWords(booking, language).text;
  const { manage, messages } = language;
  const told = {
    link: manage.cancelled,
    text: manage.cancelledByText,
    staff: manage.cancelledByStaff,
  };
  return told[cancelled.by](shortMoment(cancelled.at, facts.timeZone, messages), facts.attendee.email);
}

function moreFacts({ booking, facts }: ManageView, { messages, ...language }: Language): Fact[] {
  const { labels, free, paid } = messages.parts;
  const price = facts.price === undefined ? free : paid(priceText(facts.price, { messages, ...language }));
  const topic = line(facts.topic ?? '');
  const reason = line(booking.cancelled?.reason ?? '');
  return [
    ...(isOver(booking) ? [] : [{ label: labels.price, text: price }]),
    ...(topic ? [{ label: labels.topic, text: topic }] : []),
    ...(reason ? [{ label: labels.reason, text: shorten(reason, 300) }] : []),
  ];
}
