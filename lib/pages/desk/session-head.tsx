import { isContested, textableMobile } from '../../domain/booking/booking.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import { line } from '../../messages/line.ts';
import { shortClock, shortMoment, span } from '../../messages/time.ts';
import { mobileText } from '../book/mobile.ts';
import { deskIn } from '../language/desk.ts';
import { Countdown } from '../session/countdown.tsx';
import type { Visit } from '../visit.ts';
import { companyPath, personPath } from './desk-paths.ts';
import { Effect } from './effect.tsx';
import type { SessionView } from './session-view.ts';

interface HeadProps {
  readonly visit: Visit;
  readonly view: SessionView;
}

/** How a session stands, when it is, for whom and with whom: what is looked for first. */
export function SessionHead({ visit, view }: HeadProps) {
  const { facts: labels } = deskIn(visit.language).session;
  const { consultantName, room } = view.facts;
  return (
    <section class="card session-head" aria-label={labels.label}>
      <Standing visit={visit} view={view} />
      <dl class="effects">
        <Times visit={visit} view={view} />
        <Who visit={visit} view={view} />
        <Effect label={labels.consultant}>{line(consultantName)}</Effect>
        <Effect label={labels.code}>{room.conferenceId}</Effect>
      </dl>
    </section>
  );
}

/** The state in words, and until when it is one. */
function Standing({ visit, view }: HeadProps) {
  const { language, settings } = visit;
  const { booking, standing, now } = view;
  const { closesAt } = standing;
  const { messages } = language;
  const { session: deskSession } = deskIn(language);
  const decideBy = booking.status === 'pending' ? booking.approval?.decideBy : undefined;
  const tell = (instant: number) => shortMoment(instant, settings.zone, messages);
  const contest = isContested(booking) ? booking.outcome?.contest : undefined;
  return (
    <>
      <p class={`sign session-state ${standing.state}`}>
        <strong>{deskSession.states[standing.state]}</strong>
        {contest === undefined ? null : `, ${deskSession.contested}`}
      </p>
      {closesAt === undefined || closesAt <= now ? null : (
        <p>
          {deskSession.closes(shortClock(closesAt, settings.zone, messages))}{' '}
          <Countdown left={closesAt - now} language={language} />.
        </p>
      )}
      {decideBy === undefined || decideBy <= now ? null : (
        <p>
          {deskSession.decideBy(tell(decideBy))} <Countdown left={decideBy - now} language={language} />.
        </p>
      )}
      {contest === undefined ? null : (
        <>
          <p>{deskSession.contest(tell(contest.at))}</p>
          <blockquote class="words">{contest.text}</blockquote>
        </>
      )}
      <MailLost visit={visit} view={view} />
      {booking.beside === true ? <p>{deskSession.beside}</p> : null}
      {booking.erasedAt === undefined ? null : <p>{deskSession.erased}</p>}
    </>
  );
}

/** That mail doesn't reach whoever it is for, and what to do. */
function MailLost({ visit, view: { booking } }: HeadProps) {
  const { mailLost, attendee, erasedAt } = booking;
  if (mailLost === undefined || erasedAt !== undefined) return null;
  const { mailLost: words } = deskIn(visit.language).session;
  return (
    <div class="notice bad">
      <p>
        <strong>{words[mailLost.reason]}</strong>{' '}
        {attendee.mobile === undefined ? words.instead : words.insteadCall}
      </p>
      <p>
        <a href={`${personPath(visit, normalizedEmail(attendee.email))}#mail`}>{words.more}</a>
      </p>
    </div>
  );
}

/** In the zone of whoever it is for and in ours; once where clocks show the same. */
function Times({ visit: { language, settings }, view: { booking } }: HeadProps) {
  const { facts } = deskIn(language).session;
  const { start, end, timeZone } = booking;
  const [theirs, ours] = [timeZone, settings.zone].map((zone) => span(start, end, zone, language.messages));
  return (
    <>
      <Effect label={facts.ourTime}>
        <strong>{ours}</strong>
      </Effect>
      {theirs === ours ? null : <Effect label={facts.theirTime}>{theirs}</Effect>}
    </>
  );
}

function Who({ visit, view: { booking, company } }: HeadProps) {
  const { facts } = deskIn(visit.language).session;
  const { name, email, mobile } = booking.attendee;
  const gone = booking.erasedAt !== undefined;
  return (
    <>
      <Effect label={facts.attendee}>
        {line(name)}
        {gone ? null : (
          <>
            <br />
            <a href={`mailto:${email}`}>{email}</a>
          </>
        )}
      </Effect>
      <Effect label={facts.mobile}>
        {mobile === undefined ? (
          facts.noMobile
        ) : (
          <>
            <a href={`tel:${mobile}`}>{mobileText(mobile)}</a>
            {textableMobile(booking) === undefined ? `, ${facts.noTexts}` : null}
          </>
        )}
      </Effect>
      <Effect label={facts.company}>
        {company === undefined ? (
          facts.noCompany
        ) : (
          <a href={companyPath(visit, company.id)}>{line(company.name)}</a>
        )}
      </Effect>
    </>
  );
}
