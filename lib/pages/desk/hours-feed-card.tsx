import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import { CsrfField } from '../portal/csrf-field.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { HoursView } from './hours-view.ts';

interface FeedProps {
  readonly visit: Visit;
  readonly view: HoursView;
}

/** The secret address of the consultant's calendar, and the button that replaces it. */
export function FeedCard({ visit, view: { consultant, feed, csrf } }: FeedProps) {
  const { hours: deskHours } = deskIn(visit.language);
  return (
    <section class="card" id="feed" aria-labelledby="feed-title">
      <h2 id="feed-title">{deskHours.feed}</h2>
      <p>{deskHours.feedText(line(consultant.name))}</p>
      <div class="field">
        <label for="feed-url">{deskHours.feedAddress}</label>
        <input id="feed-url" value={feed.url} readOnly autocomplete="off" />
      </div>
      <details class="more">
        <summary>{deskHours.feedNew}</summary>
        <form class="inside" method="post" action={hrefOf(visit, '/desk/hours')}>
          <CsrfField csrf={csrf} />
          <input type="hidden" name="consultant" value={consultant.id} />
          {/* As it is seen, so that a second press doesn't replace the new one. */}
          <input type="hidden" name="seen" value={String(feed.number)} />
          <p>{deskHours.feedNewText}</p>
          <button type="submit" class="grave" name="action" value="feed">
            {deskHours.feedNew}
          </button>
        </form>
      </details>
    </section>
  );
}
