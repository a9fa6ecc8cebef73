import { isOver } from '../../domain/booking/booking.ts';
import { line, shorten } from '../../messages/line.ts';
import { shortMoment } from '../../messages/time.ts';
import { priceText } from '../dates.ts';
import { joinStateOf } from '../join/join-state.ts';
import type { Language } from '../language/en.ts';
import { Countdown } from '../session/countdown.tsx';
import { outcomeWords } from '../session/outcome-words.ts';
import { type Fact, SessionFacts } from '../session/session-facts.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { ManageView } from './view.ts';

interface StandingProps {
  readonly visit: Visit;
  readonly view: ManageView;
}

/** How the booking stands, as the page's title. It is told by the booking itself, so a reload says the same. */
export function titleOf({ booking }: ManageView, { manage }: Language): string {
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
  const { manage, messages } = language;
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
      return [
        outcomeWords(booking, language, true).text,
        messages.mails.noShow.meaning,
        messages.mails.noShow.wrong,
      ];
  }
}

function cancelledText(
  { booking, facts }: Pick<ManageView, 'booking' | 'facts'>,
  language: Language,
): string {
  const { cancelled } = booking;
  if (cancelled === undefined || cancelled.by === 'showup') return outcomeWords(booking, language).text;
  const at = shortMoment(cancelled.at, facts.timeZone, language.messages);
  return language.manage.cancelled(at, facts.attendee.email);
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

function Ways({ visit, view }: StandingProps) {
  const { manage } = visit.language;
  const { booking, token, now } = view;
  if (isOver(booking)) {
    const { supportMail } = visit.settings.brand;
    return (
      <p class="row">
        {booking.status === 'no_show' ? (
          <a class="button primary" href={`mailto:${supportMail}`}>
            {visit.language.messages.parts.write}
          </a>
        ) : null}
        <a class="button" href={hrefOf(visit, '/book')}>
          {manage.another}
        </a>
      </p>
    );
  }
  const open = joinStateOf(booking, now, visit.settings.policy).kind === 'open';
  return (
    <>
      <WayIn visit={visit} view={view} />
      <p class="row">
        <a class={open ? 'button primary' : 'button'} href={hrefOf(visit, `/join/${token}`)}>
          {manage.joinButton}
        </a>
        <a class="button" href={`/manage/${token}/calendar.ics`} download>
          {manage.addToCalendar}
        </a>
      </p>
    </>
  );
}

/** When the way in opens, or that it is open. */
function WayIn({ visit, view }: StandingProps) {
  const { language, settings } = visit;
  const { booking, facts, now } = view;
  const state = joinStateOf(booking, now, settings.policy);
  if (state.kind === 'open') return <p>{language.manage.joinNow}</p>;
  if (state.kind !== 'early') return null;
  return (
    <p>
      {language.manage.joinFrom(shortMoment(state.opens, facts.timeZone, language.messages))}{' '}
      <Countdown left={state.opens - now} language={language} />.
    </p>
  );
}
