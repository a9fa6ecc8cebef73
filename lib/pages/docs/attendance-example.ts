import type { Example } from './example.ts';
import { BOOKING_ID } from './path-names.ts';

/** A post of the meetings' provider, at `now` (ms). */
export function attendanceExample(now: number): Example {
  const at = new Date(now).toISOString();
  return {
    headers: {
      'webhook-id': 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W',
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
    },
    body: { type: 'participant.joined', timestamp: at, data: { booking: BOOKING_ID, joinedAt: at } },
    answer: { recorded: true, booking: BOOKING_ID },
  };
}
