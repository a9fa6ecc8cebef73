import { asking } from './asking.ts';
import type { Connection } from './exchange.ts';
import type { People } from './people.ts';
import type { Pool } from './pool.ts';

const DAY_MS = 86_400_000;
/** The company whose sessions need a person's word first. */
const WAITING = { id: 'fuzz-waits', code: 'FUZZ-WAITS' };
/** The newest links of those that a run has: the others are of sessions that are long over. */
const LATEST_LINKS = 20;

/** What calls that only one state takes are mostly about, by the call: a kind of the pool, beside all that there is. */
export const stateOf: Readonly<Record<string, string>> = {
  approveBooking: 'bookingId pending',
  declineBooking: 'bookingId pending',
  excuseNoShow: 'bookingId no_show',
  rejectContest: 'bookingId contested',
  markJoined: 'bookingId begun',
  markNoShow: 'bookingId begun',
  completeBooking: 'bookingId joined',
  withdrawJoin: 'bookingId joined',
  reopenBooking: 'bookingId completed',
  cancelMyBooking: 'bookingId own',
  rescheduleMyBooking: 'bookingId own',
  joinSession: 'token begun',
  contestNoShow: 'token no_show',
};

interface Booking {
  readonly id?: string;
  readonly status: string;
  readonly start: string;
  readonly revision?: number;
  readonly attendance?: object;
  readonly outcome?: { readonly excused?: object; readonly contest?: { readonly rejected?: object } };
}

/** Ends what was decided on the demo's company, and keeps another whose sessions wait for a decision. Gives its code. */
export async function letSomeWait(people: People, connection: Connection, now: number): Promise<string> {
  const send = asking(people, connection, 'staff');
  const nothing = { decision: 'nothing', reason: 'Long ago' };
  await send('POST', '/v1/desk/companies/example-crates/standing', nothing);
  const day = (days: number) => new Date(now + days * DAY_MS).toISOString();
  const { id, code } = WAITING;
  await send('POST', '/v1/desk/companies', {
    ...{ id, code, name: 'Waiting Ltd' },
    planUntil: day(700).slice(0, 10),
  });
  const decision = { decision: 'approval', until: day(300), reason: 'Many sessions were missed' };
  await send('POST', `/v1/desk/companies/${id}/standing`, decision);
  return code;
}

/** Somebody comes to a session that has begun, and another ends, of those that were sorted last. */
export async function letSomeCome(people: People, pool: Pool, connection: Connection): Promise<void> {
  const send = asking(people, connection, 'staff');
  for (const { bookingId = '' } of pool.latest('bookingId joined', 1))
    await send('POST', `/v1/desk/bookings/${bookingId}/complete`, {});
  for (const { bookingId = '' } of pool.latest('bookingId begun', 2))
    await send('POST', `/v1/desk/bookings/${bookingId}/join`, {});
}

/** Sorts the bookings and links that there are by the state that they are in now. */
export async function sortByState(
  people: People,
  pool: Pool,
  connection: Connection,
  now: number,
): Promise<void> {
  const asStaff = asking(people, connection, 'staff');
  const found: Booking[] = [];
  for (const consultant of ['robin', 'kim']) {
    for (const days of [-1, 0]) {
      const date = new Date(now + days * DAY_MS).toISOString().slice(0, 10);
      const query = new URLSearchParams({ consultant, date, limit: '50' });
      found.push(...bookingsIn(await asStaff('GET', `/v1/desk/bookings?${query}`)));
    }
  }
  for (const queue of ['approvals', 'contests'])
    found.push(...bookingsIn(await asStaff('GET', `/v1/desk/queues/${queue}?limit=50`)));
  const own = bookingsIn(await asking(people, connection, 'member')('GET', '/v1/portal/bookings?limit=50'));
  replaceByState(pool, 'bookingId', [
    ...found.map((booking) => [stateAt(booking, now), booking] as const),
    ...own.map((booking) => ['own', booking] as const),
  ]);
  const links: (readonly [state: string, link: Booking])[] = [];
  for (const { token = '' } of pool.latest('token', LATEST_LINKS)) {
    const booking = (await asking(people, connection, 'nobody')('GET', `/v1/manage/${token}`)) as Booking;
    if ('status' in booking && 'start' in booking)
      links.push([stateAt(booking, now), { ...booking, id: String(token) }]);
  }
  replaceByState(pool, 'token', links);
}

function replaceByState(
  pool: Pool,
  part: 'bookingId' | 'token',
  sorted: readonly (readonly [state: string, booking: Booking])[],
): void {
  const wanted = Object.values(stateOf).filter((kind) => kind.startsWith(`${part} `));
  for (const kind of wanted) {
    const inState = sorted.filter(([state]) => kind === `${part} ${state}`).map(([, booking]) => booking);
    pool.replace(
      kind,
      inState.map(({ id = '', revision }) => ({ [part]: id, ...(revision !== undefined && { revision }) })),
    );
  }
}

function stateAt({ status, start, attendance, outcome }: Booking, now: number): string {
  if (status === 'no_show' && outcome?.excused === undefined) {
    const waits = outcome?.contest !== undefined && outcome.contest.rejected === undefined;
    return waits ? 'contested' : 'no_show';
  }
  if (status !== 'confirmed' && status !== 'in_progress') return status;
  if (attendance !== undefined) return 'joined';
  return Date.parse(start) <= now ? 'begun' : 'ahead';
}

/** Of a list, or of a queue, whose items have each one within. */
function bookingsIn(answer: unknown): readonly Booking[] {
  const lists = Object.values(answer as object).filter(Array.isArray);
  const items = lists.flat().map((item: { readonly booking?: object }) => item.booking ?? item);
  return items.filter((one): one is Booking => 'status' in one);
}
