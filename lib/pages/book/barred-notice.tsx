import { line } from '../../messages/line.ts';
import { moment } from '../../messages/time.ts';
import { priceText } from '../dates.ts';
import { MissedList } from '../standing/missed-list.tsx';
import { WriteButton } from '../standing/write-button.tsx';
import type { Visit } from '../visit.ts';
import type { Barred } from './barred.ts';

interface BarredProps {
  readonly visit: Visit;
  readonly barred: Barred;
  /** Zone that times are told in. */
  readonly timeZone: string;
  /** Whether booking was asked for, and nothing was booked. */
  readonly tried: boolean;
}

/** That a free session can't be had for now: until when, what led to it, and the ways out. */
export function BarredNotice(props: BarredProps) {
  const { visit, barred, tried } = props;
  const { refused } = visit.language.standing;
  if (barred.because === 'too-soon') {
    return (
      <div class="notice bad" id="said" role="alert" tabIndex={-1} autofocus>
        <h2>{refused.tooSoon}</h2>
        <p>{refused.tooSoonText}</p>
      </div>
    );
  }
  // On a first look it is told, and the focus stays where it is.
  const alert = tried ? { role: 'alert' as const, autofocus: true } : {};
  return (
    <div class="notice bad" id="said" tabIndex={-1} {...alert}>
      {barred.because === 'person' ? (
        <Person {...props} barred={barred} />
      ) : (
        <Company {...props} barred={barred} />
      )}
      {tried ? <p>{refused.nothing}</p> : null}
    </div>
  );
}

type Of<Because> = BarredProps & { readonly barred: Extract<Barred, { because: Because }> };

function Person({ visit, barred, timeZone }: Of<'person'>) {
  const { language, settings } = visit;
  const { standing, messages } = language;
  const { refused, ways } = standing;
  const { until, missed, reason, fee, price } = barred;
  const { supportMail } = settings.brand;
  const ends = moment(until, timeZone, messages);
  const byLink = missed.some(({ contest }) => typeof contest === 'object');
  const decided = missed.every(({ contest }) => contest === 'waiting' || contest === 'stays');
  return (
    <>
      <h2>{refused.person}</h2>
      <p>
        <strong>{refused.personUntil(ends)}</strong>
      </p>
      {reason === undefined ? null : <p>{standing.byStaff(line(reason))}</p>}
      {missed.length === 0 ? null : (
        <>
          <p>{refused.missed}</p>
          <MissedList visit={visit} missed={missed} timeZone={timeZone} />
        </>
      )}
      <h3>{ways.title}</h3>
      <ul class="list">
        <li>{ways.wait}</li>
        <li>{ways.fee(priceText(fee, language), supportMail)}</li>
        <li>{ways.paid(priceText(price, language), supportMail)}</li>
        {missed.length === 0 ? <li>{ways.ask(supportMail)}</li> : null}
        {decided ? null : <li>{byLink ? ways.contest : ways.contestByMail}</li>}
      </ul>
      <WriteButton visit={visit} />
    </>
  );
}

function Company({ visit, barred, timeZone }: Of<'company'>) {
  const { language, settings } = visit;
  const { standing, messages } = language;
  const { refused, ways } = standing;
  const { supportMail } = settings.brand;
  const ends = moment(barred.until, timeZone, messages);
  return (
    <>
      <h2>{refused.company}</h2>
      <p>
        <strong>{refused.companyUntil(ends)}</strong>
      </p>
      <p>{standing.byStaff(line(barred.reason))}</p>
      <h3>{ways.title}</h3>
      <ul class="list">
        <li>{ways.wait}</li>
        <li>{ways.paid(priceText(barred.price, language), supportMail)}</li>
        <li>{ways.ask(supportMail)}</li>
      </ul>
      <WriteButton visit={visit} />
    </>
  );
}
