import { line } from '../../messages/line.ts';
import { priceText } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { evidencePath, personPath } from './desk-paths.ts';
import { Effect } from './effect.tsx';
import { emergencyAt } from './session-notice.ts';
import type { SessionView } from './session-view.ts';

interface MoreProps {
  readonly visit: Visit;
  readonly view: SessionView;
}

/** What else is known of it, and the ways to who and what it belongs to. */
export function SessionMore({ visit, view }: MoreProps) {
  const { more } = deskIn(visit.language).session;
  return (
    <section class="card session-more" aria-labelledby="session-more">
      <h2 id="session-more">{more}</h2>
      <dl class="effects">
        <What visit={visit} view={view} />
      </dl>
      <Ways visit={visit} view={view} />
    </section>
  );
}

function What({ visit: { language, settings }, view }: MoreProps) {
  const { facts } = deskIn(language).session;
  const { booking, facts: session } = view;
  const { price, topic, release } = booking;
  const releaseName = settings.releases.find(({ id }) => id === release)?.name ?? release;
  return (
    <>
      <Effect label={facts.session}>
        {line(session.sessionName)}, {facts.minutes(booking.minutes)}
      </Effect>
      <Effect label={facts.price}>{price === undefined ? facts.free : priceText(price, language)}</Effect>
      {topic === undefined ? null : <Effect label={facts.topic}>{topic}</Effect>}
      {releaseName === undefined ? null : <Effect label={facts.release}>{releaseName}</Effect>}
      <Effect label={facts.room}>
        <a href={session.room.url}>{session.room.url}</a>
      </Effect>
      <Effect label={facts.id}>{booking.id}</Effect>
    </>
  );
}

function Ways({ visit, view: { booking } }: MoreProps) {
  const { links } = deskIn(visit.language).session;
  const within = booking.companyId === undefined ? {} : { company: booking.companyId };
  const gone = booking.erasedAt !== undefined;
  return (
    <p class="row">
      {gone ? null : (
        <>
          <a class="button" href={personPath(visit, booking.attendee.email, within)}>
            {links.person}
          </a>
          <a class="button" href={emergencyAt(visit, booking)}>
            {links.another}
          </a>
        </>
      )}
      <a class="button" href={evidencePath(visit, booking.id)} download>
        {links.evidence}
      </a>
    </p>
  );
}
