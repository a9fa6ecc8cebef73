import { moment } from '../../messages/time.ts';
import { Countdown } from '../session/countdown.tsx';
import type { Visit } from '../visit.ts';
import type { ManageView } from './view.ts';

interface WaitingProps {
  readonly visit: Visit;
  readonly view: ManageView;
}

/** Of a booking that isn't confirmed yet: until when it can be moved and cancelled, and the ways there. */
export function WaitingCard({ visit, view: { facts, until, now, picker } }: WaitingProps) {
  const { manage, messages } = visit.language;
  const { change } = messages.parts;
  const { supportMail } = facts.brand;
  return (
    <section class="card" aria-labelledby="change">
      <h2 id="change">{change.title}</h2>
      <p>{manage.waiting.free}</p>
      {picker === undefined ? (
        <p>
          <a class="button" href={`mailto:${supportMail}`}>
            {manage.write(supportMail)}
          </a>
        </p>
      ) : (
        <>
          <p>
            {manage.deadline(moment(until, facts.timeZone, messages))}{' '}
            <Countdown left={until - now} language={visit.language} />.
          </p>
          <p class="row">
            <a class="button" href="#move">
              {change.move}
            </a>
            <a class="button" href="#cancel">
              {change.cancel}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
