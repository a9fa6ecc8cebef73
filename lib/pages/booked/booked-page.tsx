import type { Approval } from '../../domain/booking/booking.ts';
import type { MailLoss } from '../../domain/mailbox.ts';
import type { BookingFacts } from '../../messages/facts.ts';
import { clock, moment, shortMoment, span } from '../../messages/time.ts';
import { mobileText } from '../book/mobile.ts';
import { priceText } from '../dates.ts';
import type { Language } from '../language/en.ts';
import type { Page } from '../page.tsx';
import { byText } from '../session/by-text.ts';
import { MailNotice } from '../session/mail-notice.tsx';
import { hrefOf, type Visit } from '../visit.ts';

const MINUTE = 60_000;

export interface BookedView {
  readonly facts: BookingFacts;
  /** Hours before the start at which reminders are still to come, the first one first. */
  readonly reminders: readonly number[];
  readonly token: string;
  readonly now: number;
  /** Why it isn't confirmed yet, and when that is decided; absent where it is confirmed. */
  readonly waiting?: Pick<Approval, 'because' | 'decideBy'>;
  /** Why mail is known not to reach them. */
  readonly mailLost?: MailLoss;
}

/** The confirmation: what is booked, what happens next, and the ways on. */
export function bookedPage(visit: Visit, view: BookedView): Page {
  const { language } = visit;
  const title = view.waiting === undefined ? language.booked.title : language.manage.titles.pending;
  return {
    title,
    holdsToken: true,
    framable: true,
    scripts: visit.embedded ? ['book.js'] : [],
    body: (
      <>
        <h1>{title}</h1>
        <MailNotice
          lost={view.mailLost}
          mail={view.facts.attendee.email}
          support={view.facts.brand.supportMail}
          language={language}
        />
        <section class="card" aria-label={visit.language.booked.what}>
          <Waiting view={view} language={language} />
          <Facts facts={view.facts} language={visit.language} />
          <Ways visit={visit} view={view} />
        </section>
        <section class="card" aria-labelledby="next">
          <h2 id="next">{visit.language.booked.next}</h2>
          <ul class="list">
            {nextSteps(view, visit.language).map((step) => (
              <li>{step}</li>
            ))}
          </ul>
        </section>
      </>
    ),
  };
}

/** Why it isn't confirmed yet, and when that is decided. */
function Waiting({
  view: { waiting, facts },
  language,
}: {
  readonly view: BookedView;
  readonly language: Language;
}) {
  if (waiting === undefined) return null;
  const words = language.manage.waiting;
  const until = moment(waiting.decideBy, facts.timeZone, language.messages);
  return (
    <>
      <p>{words.because[waiting.because]}</p>
      <p>
        <strong>{words.decided(until)}</strong>
      </p>
    </>
  );
}

function Facts({ facts, language }: { readonly facts: BookingFacts; readonly language: Language }) {
  const { booked, messages } = language;
  const { start, end, timeZone, price, limitedRelease } = facts;
  const duration = messages.time.minutes(Math.round((end - start) / MINUTE));
  return (
    <dl class="facts">
      <div>
        <dt>{booked.when}</dt>
        <dd class="main">{span(start, end, timeZone, messages)}</dd>
      </div>
      <div>
        <dt>{booked.what}</dt>
        <dd>
          {facts.sessionName}, {duration}
        </dd>
      </div>
      <div>
        <dt>{booked.withWhom}</dt>
        <dd>{facts.consultantName}</dd>
      </div>
      <div>
        <dt>{booked.price}</dt>
        <dd>{price === undefined ? booked.free : priceText(price, language)}</dd>
      </div>
      {limitedRelease === undefined ? null : (
        <div>
          <dt>{booked.note}</dt>
          <dd>{language.book.who.releaseLimited(limitedRelease)}</dd>
        </div>
      )}
    </dl>
  );
}

/** In a frame, what leads away opens beside it: only booking may stand in one. */
function Ways({ visit, view: { token, waiting } }: { readonly visit: Visit; readonly view: BookedView }) {
  const { booked } = visit.language;
  const beside = visit.embedded ? { target: '_blank', rel: 'noopener' } : {};
  const { embedded: _, ...alone } = visit;
  const manage = hrefOf({ ...alone, embedded: false }, `/manage/${token}`);
  return (
    <p class="row">
      {waiting === undefined ? (
        <a class="button primary" href={`/manage/${token}/calendar.ics`} download>
          {booked.addToCalendar}
        </a>
      ) : null}
      <a class="button" href={manage} {...beside}>
        {booked.manage}
      </a>
      <a class="button" href={hrefOf(visit, '/book')}>
        {booked.another}
      </a>
    </p>
  );
}

function nextSteps({ facts, reminders, now, waiting, mailLost }: BookedView, language: Language): string[] {
  const { booked, messages, manage } = language;
  const { attendee, timeZone, changeBy, checkInAt, closesAt } = facts;
  if (waiting !== undefined) {
    return [
      ...(mailLost === undefined
        ? [booked.requested(attendee.email), manage.waiting.held(attendee.email)]
        : []),
      manage.waiting.otherwise,
      manage.waiting.free,
    ];
  }
  const at = (instant: number): string => clock(instant, timeZone, messages);
  return [
    ...(mailLost === undefined ? [booked.mailed(attendee.email)] : []),
    ...(reminders.length === 0 || mailLost !== undefined
      ? []
      : [booked.reminders(reminders.map(booked.hours))]),
    booked.changeUntil(shortMoment(changeBy.link, timeZone, messages)),
    ...byText(facts, now, true, language),
    attendee.mobile === undefined || checkInAt === undefined
      ? booked.closes(at(closesAt))
      : booked.checkIn(at(checkInAt), mobileText(attendee.mobile), at(closesAt)),
  ];
}
