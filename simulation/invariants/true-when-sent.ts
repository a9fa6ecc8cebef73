import { type Moment, momentsBetween, momentsOf } from './history.ts';
import { mailed, type Told, texted, toldIn } from './messages.ts';
import { MINUTE } from './stated-rules.ts';
import { type Found, type Invariant, instant } from './violation.ts';

/** How long a run of a function may take between reading a booking and sending what it says of it. */
const ATTENTION = MINUTE / 2;

export const trueWhenSent: Invariant = {
  name: 'true when sent',
  says: 'Nothing is sent about a booking that is no longer true at the moment of sending.',
  find: ({ world }) =>
    toldIn(world).flatMap((told) => {
      const moments = momentsBetween(momentsOf(told.booking), told.at - ATTENTION, told.at);
      return [...untrue(told, moments), ...wrongTime(told, moments)];
    }),
};

function untrue(told: Told, moments: readonly Moment[]): Found[] {
  const { booking, event, by, at } = told;
  const truth = (by === 'mail' ? mailed : texted)[event.type];
  if (truth !== undefined && moments.some((moment) => truth(moment, event, at))) return [];
  const was = moments.at(-1)?.status ?? 'not there';
  return [
    {
      sentence: `At ${instant(at)} the ${by} about the ${event.type} of ${booking.id} was sent, when it was ${was} and that was no longer true.`,
      bookingId: booking.id,
    },
  ];
}

/** A calendar part says when the session is. */
function wrongTime({ booking, event, at, calendarStart }: Told, moments: readonly Moment[]): Found[] {
  if (calendarStart === undefined || moments.some(({ start }) => start === calendarStart)) return [];
  return [
    {
      sentence: `At ${instant(at)} the mail about the ${event.type} of ${booking.id} said that it is at ${instant(calendarStart)}, which it was not.`,
      bookingId: booking.id,
    },
  ];
}
