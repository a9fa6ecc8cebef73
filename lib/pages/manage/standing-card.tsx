import { isOver } from '../../domain/booking/booking.ts';
import { line, shorten } from '../../messages/line.ts';
import { moment, shortMoment } from '../../messages/time.ts';
import { priceText } from '../dates.ts';
import type { Language } from '../language/en.ts';
import { Countdown } from '../session/countdown.tsx';
import { outcomeWords } from '../session/outcome-words.ts';
import { type Fact, SessionFacts } from '../session/session-facts.tsx';
import { endUndecided, waitingFor } from '../session/undecided.ts';
import type { Visit } from '../visit.ts';
import type { ManageView } from './view.ts';
import { Ways } from './ways.tsx';

interface StandingProps {
  readonly visit: Visit;
  readonly view: ManageView;
}

/** How the booking stands, as the page's title. It is told by the booking itself, so a reload says the same. */
export function titleOf({ booking }: ManageView, { manage }: Language): string {
  const undecided = endUndecided(booking);
  if (undecided !== undefined) return manage.titles[undecided];
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
      <Waiting visit={visit} view={view} />
      {standing(view, visit).map((words) => (
        <p>{words}</p>
      ))}
      <SessionFacts facts={view.facts} language={language} more={moreFacts(view, language)} />
      <Ways visit={visit} view={view} />
    </section>
  );
}

/** Why it isn't confirmed yet, and when that is decided. */
function Waiting({ visit: { language }, view: { booking, facts, now } }: StandingProps) {
  const approval = waitingFor(booking);
  if (approval === undefined) return null;
  const { waiting } = language.manage;
  const { because, decideBy } = approval;
  return (
    <>
      <p>{waiting.because[because]}</p>
      <p>
        <strong>
          {waiting.decideBy(moment(decideBy, facts.timeZone, language.messages))}{' '}
          <Countdown left={decideBy - now} language={language} />.
        </strong>
      </p>
    </>
  );
}

function standing(view: ManageView, { language, settings }: Visit): string[] {
  const { booking, facts } = view;
  const { manage } = language;
  const { email } = facts.attendee;
  const consultant = line(facts.consultantName);
  // Where mail doesn't reach them, none of it is promised.
  const mailLost = booking.mailLost !== undefined;
  switch (booking.status) {
    case 'pending':
      return [...(mailLost ? [] : [manage.waiting.held(email)]), manage.waiting.otherwise];
    case 'confirmed':
      if (booking.version > 1) return [mailLost ? manage.movedOnly : manage.moved(email)];
      return [mailLost ? manage.confirmedOnly(consultant) : manage.confirmed(consultant, email)];
    case 'in_progress':
      return [manage.underWay];
    case 'completed':
      return [outcomeWords(booking, language).text];
    case 'cancelled':
      return [cancelledText({ booking, facts }, language)];
    case 'no_show':
      return [outcomeWords(booking, language, true).text, ...whatFollows(view, language, settings)];
  }
}

/** Of a no-show: that it counts, and what to do about that; or that it doesn't. */
function whatFollows(
  { booking, facts, follows, now }: ManageView,
  language: Language,
  { policy, currency }: Visit['settings'],
): string[] {
  if (booking.outcome?.excused !== undefined) return [language.session.over.excused];
  if (follows === undefined) return [];
  const words = language.manage.follows;
  const { limit, windowMonths, blockDays, reinstatementFee } = policy.noShows;
  const { block } = follows;
  if (block === undefined) return [words.counts(limit, windowMonths, blockDays)];
  if (block.endedBy !== undefined || now >= block.until) return [words.blockOver];
  const fee = priceText({ amount: reinstatementFee, currency }, language);
  const until = moment(block.until, facts.timeZone, language.messages);
  return [words.blocked(block.missed.length, windowMonths, until), words.fee(fee, facts.brand.supportMail)];
}

function cancelledText(
  { booking, facts }: Pick<ManageView, 'booking' | 'facts'>,
  language: Language,
): string {
  const { cancelled } = booking;
  const undecided = endUndecided(booking);
  if (undecided === 'expired') return language.manage.expired;
  const unmailed = booking.mailLost !== undefined && undecided === undefined;
  if (cancelled === undefined || cancelled.by === 'showup' || unmailed) {
    return outcomeWords(booking, language).text;
  }
  const { manage, messages } = language;
  const told = {
    link: manage.cancelled,
    text: manage.cancelledByText,
    staff: undecided === 'declined' ? manage.declined : manage.cancelledByStaff,
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
