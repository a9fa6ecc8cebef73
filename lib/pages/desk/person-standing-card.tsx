import type { Block } from '../../domain/standing/standing.ts';
import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { MissedSessions } from './missed-sessions.tsx';
import type { PersonView } from './person-view.ts';
import { StandingLines } from './standing-lines.tsx';
import { whenHere } from './when.ts';

interface CardProps {
  readonly visit: Visit;
  readonly view: PersonView;
}

/** Where somebody stands and why, who decided, and the blocks that are over. */
export function PersonStandingCard({ visit, view }: CardProps) {
  const { language, settings } = visit;
  const { standing: words, decidedBy } = deskIn(language).person;
  const { standing, company } = view;
  const { limit, windowMonths, blockDays } = settings.policy.noShows;
  const ruling = standing.block?.ruling;
  return (
    <section class="card" id="standing" aria-labelledby="standing-title">
      <h2 id="standing-title">{words.title}</h2>
      <StandingLines visit={visit} of={{ standing, ...(company && { company }) }} />
      {ruling === undefined ? null : (
        <p class="soft">{decidedBy(whoOf(view, ruling.by), whenHere(ruling.at, visit))}</p>
      )}
      <p class="hint">
        {words.rule(limit, windowMonths, blockDays)} {company === undefined ? null : words.whole}
      </p>
      <Past visit={visit} view={view} />
    </section>
  );
}

/** The latest first. */
function Past({ visit, view }: CardProps) {
  const { past } = deskIn(visit.language).person;
  const { block, blocks } = view.standing;
  const over = blocks.filter((one) => one.since !== block?.since || one.until !== block.until);
  if (over.length === 0) return null;
  return (
    <details class="more">
      <summary>
        {past.title} ({over.length})
      </summary>
      <ul class="list">
        {over.toReversed().map((one) => (
          <li>
            {begun(visit, one)} {ended(visit, view, one)}
            <MissedSessions visit={visit} missed={one.missed} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function begun(visit: Visit, { since, ruling, missed }: Block): string {
  const { past } = deskIn(visit.language).person;
  const from = whenHere(since, visit);
  return ruling === undefined ? past.noShows(from, missed.length) : past.staff(from, line(ruling.reason));
}

function ended(visit: Visit, view: PersonView, { until, endedBy }: Block): string {
  const { past } = deskIn(visit.language).person;
  if (endedBy === undefined) return past.ended(whenHere(until, visit));
  const say = endedBy.kind === 'reinstated' ? past.paid : past.lifted;
  return say(whoOf(view, endedBy.by), whenHere(endedBy.at, visit), line(endedBy.reason));
}

function whoOf({ staff }: PersonView, id: string): string {
  return line(staff.get(id) ?? id);
}
