import type { Booking } from '../../domain/booking/booking.ts';
import { line } from '../../messages/line.ts';
import { away, shortMoment } from '../../messages/time.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { sessionOf } from './booking-entry.tsx';
import { sessionPath } from './card.tsx';
import { companyPath, evidencePath, personPath } from './desk-paths.ts';
import { StandingLines } from './standing-lines.tsx';
import { DecisionForm, Way } from './waiting-form.tsx';
import type { BookingDecision } from './waiting-forms.ts';
import type { WaitingBooking, WaitingView } from './waiting-view.ts';
import { whenHere } from './when.ts';

interface ItemProps {
  readonly visit: Visit;
  readonly view: WaitingView;
  readonly item: WaitingBooking;
}

/** A booking that needs a person's word: who, why, how long is left, and the two ways. */
export function ApprovalItem({ visit, view, item }: ItemProps) {
  const { waiting: deskWaiting } = deskIn(visit.language);
  const { booking } = item;
  const { approval, topic } = booking;
  return (
    <article class="card waiting" id={booking.id} aria-labelledby={`${booking.id}-who`}>
      <Who visit={visit} item={item} />
      <When visit={visit} booking={booking} />
      {topic === undefined ? null : <p>{deskWaiting.topic(line(topic))}</p>}
      {approval === undefined ? null : (
        <>
          <p>
            <strong>{leftWords(visit, approval.decideBy, view.now)}</strong>
          </p>
          <p>{deskWaiting.because[approval.because]}</p>
        </>
      )}
      <Standing visit={visit} item={item} />
      <DecisionForm
        {...{ visit, view, about: booking.id, seen: booking.revision }}
        reasonHint={deskWaiting.reasonHint.approvals}
      >
        <Ways visit={visit} booking={booking} decisions={['approve', 'decline']} />
      </DecisionForm>
    </article>
  );
}

/** A no-show that its attendee contests: what they wrote, what counts, and the two ways. */
export function ContestItem({ visit, view, item }: ItemProps) {
  const { language, settings } = visit;
  const { standing } = language;
  const { waiting: deskWaiting } = deskIn(language);
  const { booking } = item;
  const { outcome } = booking;
  const block = item.standing.block;
  const hangsOnIt = block?.missed.some(({ bookingId }) => bookingId === booking.id) === true;
  return (
    <article class="card waiting" id={booking.id} aria-labelledby={`${booking.id}-who`}>
      <Who visit={visit} item={item} />
      <When visit={visit} booking={booking} />
      {outcome === undefined ? null : <p>{deskWaiting.missed(standing.reasons[outcome.reason])}.</p>}
      {outcome?.contest === undefined ? null : (
        <>
          <p>{deskWaiting.wrote(shortMoment(outcome.contest.at, settings.zone, language.messages))}</p>
          <blockquote class="words">{outcome.contest.text}</blockquote>
        </>
      )}
      <Standing visit={visit} item={item} />
      {block === undefined || !hangsOnIt ? null : <p>{deskWaiting.ends(whenHere(block.until, visit))}</p>}
      <DecisionForm
        {...{ visit, view, about: booking.id, seen: booking.revision }}
        reasonHint={deskWaiting.reasonHint.contests}
      >
        <Ways visit={visit} booking={booking} decisions={['excuse', 'reject-contest']} />
      </DecisionForm>
    </article>
  );
}

type PartProps = Omit<ItemProps, 'view'>;

function Who({ visit, item: { booking, company, since } }: PartProps) {
  const { language, settings } = visit;
  const { name, email } = booking.attendee;
  return (
    <>
      <h3 id={`${booking.id}-who`}>
        <a href={personPath(visit, email, company === undefined ? {} : { company: company.id })}>
          {line(name)}
        </a>
      </h3>
      <p class="close">
        {email}
        {company === undefined ? null : (
          <>
            , <a href={companyPath(visit, company.id)}>{line(company.name)}</a>
          </>
        )}
      </p>
      <p class="close soft">
        {deskIn(language).waiting.since(shortMoment(since, settings.zone, language.messages))}
      </p>
    </>
  );
}

function When({ visit, booking }: { readonly visit: Visit; readonly booking: Booking }) {
  const { language } = visit;
  const when = whenHere(booking.start, visit);
  return (
    <p>
      {when}: {sessionOf(visit, booking)}.{' '}
      <a href={sessionPath(visit, booking.id)} aria-label={`${deskIn(language).waiting.open}: ${when}`}>
        {deskIn(language).waiting.open}
      </a>
      {', '}
      <a
        href={evidencePath(visit, booking.id)}
        download
        aria-label={deskIn(language).search.evidenceOf(when)}
      >
        {deskIn(language).search.evidence}
      </a>
    </p>
  );
}

function Standing({ visit, item: { standing, company } }: PartProps) {
  return (
    <>
      <h4>{deskIn(visit.language).waiting.standing}</h4>
      <StandingLines visit={visit} of={{ standing, ...(company && { company }) }} />
    </>
  );
}

/** How long is left for a decision. */
function leftWords({ language, settings }: Visit, decideBy: number, now: number): string {
  const { messages } = language;
  const { waiting: deskWaiting } = deskIn(language);
  if (decideBy <= now) return deskWaiting.tooLate;
  const told = shortMoment(decideBy, settings.zone, messages);
  return deskWaiting.decideBy(told, away(decideBy, now, settings.zone, messages));
}

interface WaysProps {
  readonly visit: Visit;
  readonly booking: Booking;
  readonly decisions: readonly BookingDecision[];
}

const kinds: Partial<Record<BookingDecision, 'primary' | 'grave'>> = { approve: 'primary', decline: 'grave' };

function Ways({ visit, booking: { attendee, start }, decisions }: WaysProps) {
  const { does } = deskIn(visit.language).waiting;
  const label = `${line(attendee.name)}, ${whenHere(start, visit)}`;
  return (
    <div class="ways">
      {decisions.map((decision) => (
        <Way {...{ visit, decision, label, does: does[decision](attendee.email), kind: kinds[decision] }} />
      ))}
    </div>
  );
}
