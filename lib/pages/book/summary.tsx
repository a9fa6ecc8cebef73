import { wordsIn } from '../../domain/language.ts';
import { shortMoment, span } from '../../messages/time.ts';
import { priceText } from '../dates.ts';
import type { Visit } from '../visit.ts';
import type { BookView } from './view.ts';

const MINUTE = 60_000;

interface SummaryProps {
  readonly visit: Visit;
  readonly view: BookView;
  readonly action: string;
}

/** What pressing the button books, and at what price. */
export function Summary({ visit: { language, settings }, view, action }: SummaryProps) {
  const { summary, account } = language.book;
  const signsIn =
    settings.policy.accounts.requirePortalAccount && view.codeGood && view.visitor === undefined;
  const { sessionType, picker, price } = view;
  const { start, timeZone } = picker;
  const minutes = sessionType.minutes;
  const time =
    start === undefined ? summary.noTime : span(start, start + minutes * MINUTE, timeZone, language.messages);
  return (
    <section class="card" aria-labelledby="summary">
      <h2 id="summary">{summary.title}</h2>
      <p>
        {wordsIn(sessionType.name, language.code)}, {language.messages.time.minutes(minutes)}
        <br />
        <strong>{time}</strong>
        <br />
        {price === undefined ? summary.free : summary.paid(priceText(price, language))}
      </p>
      {view.decideBy === undefined ? null : (
        <p>{summary.approval(shortMoment(view.decideBy, timeZone, language.messages))}</p>
      )}
      <button
        type="submit"
        class="primary wide"
        id="book-button"
        name="action"
        value="book"
        formaction={action}
      >
        {summary.button}
      </button>
      {signsIn ? <p class="hint">{account.onTheWay}</p> : null}
      <p class="hint">{summary.until(settings.policy.changes.linkUntilMinutes)}</p>
    </section>
  );
}
