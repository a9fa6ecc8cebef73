import { moment, shortMoment } from '../../messages/time.ts';
import { byText } from '../session/by-text.ts';
import { Countdown } from '../session/countdown.tsx';
import type { Visit } from '../visit.ts';
import type { ManageView } from './view.ts';

const MINUTE = 60_000;

interface DeadlineProps {
  readonly visit: Visit;
  readonly view: ManageView;
}

/** Until when the booking can be changed, by what, and what later notice counts as. */
export function DeadlineCard({ visit, view }: DeadlineProps) {
  const { change } = visit.language.messages.parts;
  const { facts, picker } = view;
  return (
    <section class="card" aria-labelledby="change">
      <h2 id="change">{change.title}</h2>
      {picker === undefined ? null : <ByLink visit={visit} view={view} />}
      {afterwards(visit, view).map((words) => (
        <p>{words}</p>
      ))}
      {picker === undefined ? (
        <p>
          <a class="button" href={mailTo(visit, facts.bookingId)}>
            {visit.language.manage.write(facts.brand.supportMail)}
          </a>
        </p>
      ) : (
        <p class="row">
          <a class="button" href="#move">
            {change.move}
          </a>
          <a class="button" href="#cancel">
            {change.cancel}
          </a>
        </p>
      )}
    </section>
  );
}

function ByLink({ visit: { language }, view: { facts, until, now } }: DeadlineProps) {
  return (
    <p>
      <strong>
        {language.manage.deadline(moment(until, facts.timeZone, language.messages))}{' '}
        <Countdown left={until - now} language={language} />.
      </strong>
    </p>
  );
}

/** What still works without the link; after that, that nothing does. */
function afterwards({ language }: Visit, { facts, until: linkEnds, now, picker }: ManageView): string[] {
  const { change } = language.messages.parts;
  const { changeBy, start, timeZone, brand } = facts;
  const least = language.messages.time.minutes(Math.round((start - changeBy.mail) / MINUTE));
  const until = shortMoment(changeBy.mail, timeZone, language.messages);
  const linkUntil = moment(linkEnds, timeZone, language.messages);
  const texting = byText(facts, now, picker !== undefined, language);
  if (picker !== undefined) {
    return [...texting, change.thenByMail(brand.supportMail, until), change.shortNotice(least)];
  }
  if (now >= changeBy.mail) return [change.over(brand.supportMail, least)];
  return [
    change.linkIsOver(linkUntil),
    ...texting,
    change.stillByMail(brand.supportMail, until),
    change.shortNotice(least),
  ];
}

function mailTo({ language, settings }: Visit, bookingId: string): string {
  const subject = encodeURIComponent(language.messages.parts.bookingId(bookingId));
  return `mailto:${settings.brand.supportMail}?subject=${subject}`;
}
