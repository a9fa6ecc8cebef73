import type { Contest } from '../../domain/booking/booking.ts';
import { limits } from '../../http/schemas.ts';
import { shortMoment } from '../../messages/time.ts';
import { ProseField } from '../field.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { ManageView } from './view.ts';

interface ContestProps {
  readonly visit: Visit;
  readonly view: ManageView;
}

/** Of a no-show: the form that contests it, what happens now that it is sent, or what our staff answered. */
export function ContestCard({ visit, view }: ContestProps) {
  const { outcome, erasedAt } = view.booking;
  if (outcome === undefined || erasedAt !== undefined) return null;
  if (outcome.contest !== undefined) {
    return (
      <Sent visit={visit} view={view} contest={outcome.contest} excused={outcome.excused !== undefined} />
    );
  }
  return outcome.excused === undefined ? <ContestForm visit={visit} view={view} /> : null;
}

function ContestForm({ visit, view }: ContestProps) {
  const { language } = visit;
  const { contest } = language.manage;
  const { token, booking, problems, text } = view;
  return (
    <form
      class="card"
      id="contest"
      method="post"
      action={`${hrefOf(visit, `/manage/${token}`)}#contest`}
      aria-labelledby="contest-title"
      tabIndex={-1}
      novalidate
    >
      <h2 id="contest-title">{contest.title}</h2>
      <p>{contest.text}</p>
      <input type="hidden" name="version" value={booking.version} />
      <ProseField
        name="text"
        label={contest.label}
        language={language}
        value={text}
        most={limits.contest}
        hint={contest.hint}
        problem={problems.get('text')}
      />
      <p>
        <button type="submit" class="primary" name="action" value="contest">
          {contest.button}
        </button>
      </p>
    </form>
  );
}

interface SentProps extends ContestProps {
  readonly contest: Contest;
  readonly excused: boolean;
}

function Sent({ visit, view: { facts }, contest: { at, text, rejected }, excused }: SentProps) {
  const { language } = visit;
  const { contest } = language.manage;
  const { timeZone, attendee, brand } = facts;
  const tell = (instant: number) => shortMoment(instant, timeZone, language.messages);
  if (excused || rejected === undefined) {
    return (
      <section class="card" id="contest" aria-labelledby="contest-title" tabIndex={-1}>
        <h2 id="contest-title">{excused ? contest.excused : contest.sent}</h2>
        {excused ? null : <p>{contest.sentNext(attendee.email)}</p>}
        <p>{contest.sentText(tell(at))}</p>
        <Words text={text} />
      </section>
    );
  }
  return (
    <section class="card" id="contest" aria-labelledby="contest-title" tabIndex={-1}>
      <h2 id="contest-title">{contest.stays}</h2>
      <p>{contest.staysText(tell(rejected.at))}</p>
      <Words text={rejected.reason} />
      <h3>{contest.wrote}</h3>
      <Words text={text} />
      <p>{contest.more(brand.supportMail)}</p>
    </section>
  );
}

/** What somebody wrote, in their own lines. */
function Words({ text }: { readonly text: string }) {
  return <blockquote class="words">{text}</blockquote>;
}
