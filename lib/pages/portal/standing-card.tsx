import type { Company } from '../../domain/company.ts';
import type { Block, PersonStanding } from '../../domain/standing/standing.ts';
import { line } from '../../messages/line.ts';
import { moment } from '../../messages/time.ts';
import { dateName, priceText } from '../dates.ts';
import { lastDateBefore } from '../standing/last-date.ts';
import { MissedList, type MissedSession } from '../standing/missed-list.tsx';
import { WriteButton } from '../standing/write-button.tsx';
import type { Visit } from '../visit.ts';
import type { StandingView } from './standing-view.ts';

interface StandingProps {
  readonly visit: Visit;
  readonly company: Company;
  readonly view: StandingView;
}

/** Where the member stands, why, and until when. */
export function StandingCard(props: StandingProps) {
  const { visit, view } = props;
  const { own, standing } = view;
  const words = visit.language.standing.own;
  const { limit, windowMonths, blockDays } = visit.settings.policy.noShows;
  const free = own.block === undefined && own.approval === undefined && standing.ruling === undefined;
  return (
    <section class="card" id="standing" aria-labelledby="standing-title" tabIndex={-1}>
      <h2 id="standing-title">{words.title}</h2>
      <ByCompany {...props} />
      {own.block === undefined ? null : <Blocked {...props} block={own.block} />}
      {own.approval === undefined ? null : <NeedsApproval {...props} approval={own.approval} />}
      {free ? (
        <p>
          <strong>{words.good}</strong>
        </p>
      ) : null}
      <Counting {...props} />
      <p class="hint">{words.rule(limit, windowMonths, blockDays)}</p>
    </section>
  );
}

/** What was decided on the company keeps all of its people from booking freely. */
function ByCompany({ visit, company, view: { standing } }: StandingProps) {
  const { language, settings } = visit;
  const { ruling } = standing;
  if (ruling === undefined) return null;
  const words = language.standing;
  const say = ruling.decision === 'block' ? words.company.blocked : words.company.approval;
  return (
    <>
      <p>
        <strong>{say(line(company.name), moment(ruling.until, settings.zone, language.messages))}</strong>
      </p>
      <p>{words.byStaff(line(ruling.reason))}</p>
    </>
  );
}

function Blocked({ visit, view, block }: StandingProps & { readonly block: Block }) {
  const { language, settings } = visit;
  const { standing, messages } = language;
  const { ways, own, refused } = standing;
  const { supportMail } = settings.brand;
  const { policy, currency } = settings;
  const fee = priceText({ amount: policy.noShows.reinstatementFee, currency }, language);
  const until = moment(block.until, settings.zone, messages);
  const missed = view.sessions(block.missed);
  return (
    <>
      <p>
        <strong>{own.blocked(until)}</strong>
      </p>
      {block.ruling === undefined ? null : <p>{standing.byStaff(line(block.ruling.reason))}</p>}
      {missed.length === 0 ? null : (
        <>
          <p>{refused.missed}</p>
          <MissedList visit={visit} missed={missed} timeZone={settings.zone} />
        </>
      )}
      <h3>{ways.title}</h3>
      <ul class="list">
        <li>{ways.wait}</li>
        <li>{ways.fee(fee, supportMail)}</li>
        <li>{ways.paidAny(supportMail)}</li>
        {missed.some(({ contest }) => typeof contest === 'object') ? <li>{ways.contest}</li> : null}
        {missed.length === 0 ? <li>{ways.ask(supportMail)}</li> : null}
      </ul>
      <WriteButton visit={visit} />
    </>
  );
}

type Approval = NonNullable<PersonStanding['approval']>;

function NeedsApproval({ visit, view, approval }: StandingProps & { readonly approval: Approval }) {
  const { language, settings } = visit;
  const { own } = language.standing;
  const { windowMonths } = settings.policy.lateNotices;
  const told = new Set(view.own.block?.missed.map(({ bookingId }) => bookingId));
  const missed = view.sessions(approval.missed.filter(({ bookingId }) => !told.has(bookingId)));
  return (
    <>
      <p>
        <strong>{own.approval(dateName(lastDateBefore(settings.zone, approval.until), language))}</strong>
      </p>
      <p>{own.approvalWhy(approval.missed.length, windowMonths)}</p>
      <MissedList visit={visit} missed={missed} timeZone={settings.zone} />
    </>
  );
}

/** What counts beside what is told above already. */
function Counting({ visit, view }: StandingProps) {
  const { own } = visit.language.standing;
  const { block, approval, noShows } = view.own;
  const above = [...(block?.missed ?? []), ...(approval?.missed ?? [])].map(({ bookingId }) => bookingId);
  const rest: MissedSession[] = view.sessions(noShows.filter(({ bookingId }) => !above.includes(bookingId)));
  if (noShows.length === 0) return <p>{own.none}</p>;
  if (rest.length === 0) return null;
  return (
    <>
      <p>{own.some(rest.length)}</p>
      <MissedList visit={visit} missed={rest} timeZone={visit.settings.zone} />
    </>
  );
}
