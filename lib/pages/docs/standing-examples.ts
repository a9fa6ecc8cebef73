import type { ApiRouteName } from '../../http/routes.ts';
import type { Example } from './example.ts';
import { BOOKING_ID } from './path-names.ts';

const DAY_MS = 86_400_000;

/** One of our staff, signed in. */
const headers = { Authorization: 'Bearer YOUR-ID-TOKEN' };
const STAFF = 'per_01kb7m0a2b3c4d5e6f7g8h9j0k';

const ALLOWED = 'Called them: the mailbox was full for a week.';

/** A mailbox that mail came back from, and none does any more. */
function mailboxOf(now: number) {
  return {
    email: 'ada@example.com',
    notes: [{ what: 'bounced', at: time(now - 2 * DAY_MS), address: 'ada@example.com' }],
  };
}

/** Examples of the calls in which our staff decide on standing. `booking` is the one of the other examples; `now` in ms. */
export function standingExamples(
  booking: object,
  now: number,
): Readonly<Partial<Record<ApiRouteName<'desk'>, Example>>> {
  const recorded = deskBookingOf(booking);
  const approval = { because: 'late-notices', decideBy: time(now + 2 * DAY_MS) };
  const pending = { ...recorded, status: 'pending', approval };
  const person = personOf(now);
  const company = companyOf(now);
  const reason = 'Called them: the fire alarm went off.';
  const mailbox = mailboxOf(now);
  const allowed = {
    ...mailbox,
    notes: [...mailbox.notes, { what: 'allowed', at: time(now), by: STAFF, reason: ALLOWED }],
  };
  return {
    approveBooking: {
      headers,
      body: { revision: 1 },
      answer: {
        ...recorded,
        revision: 2,
        approval: { ...approval, approved: { at: time(now), by: STAFF } },
      },
    },
    declineBooking: {
      headers,
      body: { reason: 'Please write to us first.', revision: 1 },
      answer: {
        ...{ ...pending, status: 'cancelled', revision: 2 },
        cancelled: { at: time(now), by: 'staff', staffId: STAFF, reason: 'Please write to us first.' },
      },
    },
    rejectContest: {
      headers,
      body: { reason: 'The meeting had nobody in it all the time.' },
      answer: { ...recorded, status: 'no_show', revision: 4, outcome: contestedOutcome(now) },
    },
    listQueue: {
      headers,
      query: { limit: '10' },
      answer: { items: [{ since: time(now), booking: pending }] },
    },
    getPersonStanding: { headers, query: { company: 'example-crates' }, answer: person },
    ruleOnPerson: { headers, body: { decision: 'lift', reason }, answer: liftedOf(person, now, reason) },
    erasePerson: {
      headers,
      body: { reason: 'Asked for it by mail on 3 November.' },
      answer: { tombstone: 'era_01kb7m4d5e6f7g8h9j0k1m2n3p', bookings: 3, numbers: 1, account: true },
    },
    getMailbox: {
      headers,
      answer: { ...mailbox, lost: { reason: 'bounced', since: time(now - 2 * DAY_MS) } },
    },
    allowMail: { headers, body: { reason: ALLOWED }, answer: allowed },
    getEvidence: { headers, query: { language: 'en' }, answer: evidenceOf(recorded, now) },
    getCompanyStanding: { headers, answer: company },
    ruleOnCompany: {
      headers,
      body: { decision: 'nothing', reason: 'They moved offices.', seen: 0 },
      answer: {
        ...company,
        rulings: [{ decision: 'nothing', at: time(now), by: STAFF, reason: 'They moved offices.' }],
        seen: now,
      },
    },
  };
}

/** What the portal tells a member who has missed a session. */
export function ownStandingExample(now: number): object {
  const { noShows, why } = personOf(now);
  return { person: { noShows, why }, company: { why: [] } };
}

/** A booking of the other examples, as staff are told it. */
export function deskBookingOf(booking: object): object {
  const told = Object.entries(booking).filter(([name]) => name !== 'manageUrl' && name !== 'joinUrl');
  return { ...Object.fromEntries(told), revision: 1, company: 'example-crates' };
}

function evidenceOf(booking: object, now: number): object {
  const [policy, at] = ['pol_3f9c2a7d41be', time(now)];
  return {
    madeAt: at,
    verdict: [{ finding: 'confirmed', sentence: 'The session is confirmed, and still to come.' }],
    booking,
    events: [{ number: 1, type: 'booked', at, policy, who: { who: 'attendee' } }],
    messages: [
      { number: 1, channel: 'mail', kind: 'confirmed', sentAt: at, receipt: '0100019a', delivery: {} },
    ],
    ...{ replies: [], joins: [], entries: [], standing: { noShows: [], blocks: [] } },
    policies: [{ version: policy, events: [1] }],
  };
}

function contestedOutcome(now: number): object {
  return {
    reason: 'absent',
    at: time(now - 2 * DAY_MS),
    contest: {
      at: time(now - DAY_MS),
      text: 'I was in the meeting all the time.',
      rejected: { at: time(now), by: STAFF, reason: 'The meeting had nobody in it all the time.' },
    },
  };
}

function personOf(now: number) {
  const start = time(now - 2 * DAY_MS);
  return {
    ...{ email: 'ada@example.com', company: 'example-crates', companies: ['example-crates'] },
    noShows: [{ booking: BOOKING_ID, start, reason: 'absent' }],
    blocks: [],
    entries: [{ kind: 'no-show', at: start, booking: BOOKING_ID, start, reason: 'absent' }],
    why: [
      { code: 'nothing-against', detail: 'Free sessions can be booked, and need no approval.' },
      {
        code: 'no-show-counts',
        detail: 'The no-show counts for 6 months: nobody joined.',
        until: time(now + 180 * DAY_MS),
        bookings: [BOOKING_ID],
      },
    ],
  };
}

function liftedOf(person: ReturnType<typeof personOf>, now: number, reason: string): object {
  const ruling = { id: 'rul_01kb7m4d5e6f7g8h9j0k1m2n3p', decision: 'lift', at: time(now), by: STAFF, reason };
  return { ...person, entries: [...person.entries, { kind: 'ruling', at: time(now), ruling }] };
}

function companyOf(now: number) {
  return {
    ...{ company: 'example-crates', name: 'Example Crates', strikes: [], rulings: [], seen: 0 },
    sameDayChanges: [
      {
        ...{ booking: BOOKING_ID, email: 'ada@example.com', change: 'moved' },
        at: time(now - DAY_MS),
        start: time(now - DAY_MS + 7_200_000),
      },
    ],
    why: [
      { code: 'nothing-against', detail: 'People of the company can book free sessions, without approval.' },
    ],
  };
}

function time(instant: number): string {
  return new Date(instant).toISOString();
}
