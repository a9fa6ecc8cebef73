import type { Answered, Logged } from '../script.ts';
import type { Invariant } from './violation.ts';

export const onceAKey: Invariant = {
  name: 'once a key',
  says: 'A request that is repeated under its key books once, whatever became of the first answer.',
  find: ({ log }) =>
    [...Map.groupBy(log.filter(isBooking), ({ act }) => ('key' in act ? act.key : act.id))].flatMap(
      ([key, acts]) => {
        const made = new Set(acts.flatMap(({ answers }) => answers.flatMap(madeBy)));
        const [bookingId] = made;
        if (made.size < 2 || bookingId === undefined) return [];
        return [{ sentence: `The key ${key} booked ${[...made].join(' and ')}.`, bookingId }];
      },
    ),
};

const isBooking = ({ act }: Logged): boolean => act.do === 'book' || act.do === 'staff-book';

function madeBy({ status, body }: Answered): string[] {
  if (status < 200 || status > 299 || typeof body !== 'object' || body === null || !('id' in body)) return [];
  return [String(body.id)];
}
