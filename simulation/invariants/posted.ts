import type { Happened, SeenBooking, SeenPost, World } from '../world.ts';
import { explainsRepeat } from './strikes.ts';
import { type Found, type Invariant, instant } from './violation.ts';

export const posted: Invariant = {
  name: 'posted',
  says: 'What is told of a booking reaches a webhook that works, signed, and again only after a fault; or is listed as failed.',
  find: ({ world }) =>
    world.webhooks.length === 0
      ? []
      : [
          ...world.bookings.flatMap((booking) => unposted(world, booking)),
          ...world.posts.flatMap((post) => wrong(world, post)),
        ],
};

/** What becomes public of what happens, as docs/events.md says. */
const told: Readonly<Record<string, (event: Happened) => string>> = {
  booked: ({ approval }) => (approval ? 'booking.requested' : 'booking.confirmed'),
  approved: () => 'booking.confirmed',
  declined: () => 'booking.declined',
  'approval-expired': () => 'booking.expired',
  rescheduled: () => 'booking.moved',
  cancelled: () => 'booking.cancelled',
  'attendee-joined': () => 'booking.joined',
  'join-withdrawn': () => 'booking.join-withdrawn',
  'no-show-recorded': () => 'booking.no-show',
  'no-show-reversed': () => 'booking.no-show-reversed',
  'no-show-excused': () => 'booking.no-show-excused',
  completed: () => 'booking.completed',
  reopened: () => 'booking.reopened',
};

/** What names an event in public, as docs/events.md says. */
const nameOf = (booking: string, number: number): string => `evt_${booking}_${number}`;

function unposted({ posts, deliveries }: World, { id, erased, history }: SeenBooking): Found[] {
  if (erased) return [];
  return history
    .filter(({ type }) => told[type] !== undefined)
    .filter(({ number }) => {
      const name = nameOf(id, number);
      const failed = deliveries.some(({ event, state }) => event === name && state === 'failed');
      return !failed && !posts.some((post) => post.id === name);
    })
    .map(({ type, at }) => ({
      sentence: `The ${type} of ${id}, at ${instant(at)}, was never posted to the webhook.`,
      bookingId: id,
    }));
}

function wrong(world: World, post: SeenPost): Found[] {
  const { id, at, booking } = post;
  const event = eventOf(world, post);
  const [earlier] = world.posts.filter((other) => other.id === id && other !== post && other.at <= at);
  const others = world.bookings.filter((other) => other.id !== booking);
  const whys = [
    ...(post.signed ? [] : ['is not signed as it must be']),
    ...(event === undefined || told[event.type]?.(event) !== post.type
      ? ['tells of what did not happen']
      : []),
    ...(earlier !== undefined && !explainsRepeat(world, earlier.at, at)
      ? ['came again though nothing went wrong']
      : []),
    ...(earlier !== undefined && earlier.body !== post.body ? ['came again and says otherwise'] : []),
    ...(others.some((other) => post.body.includes(other.id)) ? ['has to do with another booking'] : []),
  ];
  return whys.map((why) => ({ sentence: `The post ${id} of ${instant(at)} ${why}.`, bookingId: booking }));
}

function eventOf({ bookings }: World, { id, booking }: SeenPost): Happened | undefined {
  const { history = [] } = bookings.find((one) => one.id === booking) ?? {};
  return history.find(({ number }) => nameOf(booking, number) === id);
}
