import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import { BookingEntry } from './booking-entry.tsx';
import type { CompanyProps } from './company-form.tsx';
import { Turning } from './company-turning.tsx';

/** The company's sessions, the latest first, each with the way to its own page. */
export function CompanySessionsCard({ visit, view }: CompanyProps) {
  const words = deskIn(visit.language).companies;
  const { sessions, now } = view;
  return (
    <section class="card" id="sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{words.sessions}</h2>
      {sessions.items.length === 0 ? (
        <p>{words.noSessions}</p>
      ) : (
        <ul class="entries">
          {sessions.items.map((booking) => (
            <BookingEntry visit={visit} booking={booking} now={now} who={line(booking.attendee.name)} />
          ))}
        </ul>
      )}
      <Turning
        visit={visit}
        view={view}
        list={sessions}
        cursor="sessions"
        more={words.moreSessions}
        back={words.latestSessions}
      />
    </section>
  );
}
