import { describe, expect, it } from 'vitest';
import { check, invariants } from '../../simulation/invariants/check.ts';
import type { Answered, Logged, SignIn } from '../../simulation/script.ts';
import type { SeenBooking, SeenMail, SeenPage, SeenPost, Strike, World } from '../../simulation/world.ts';
import {
  AFTER,
  BOOKED,
  booked,
  booking,
  cells,
  HOUR,
  happened,
  joinedLife,
  logged,
  MINUTE,
  mailsOf,
  missedLife,
  START,
  script,
  worldOf,
} from './made-up-world.ts';

const ada = booking('bkg_a', joinedLife());
const missed = booking('bkg_a', missedLife());
const noShowCells = cells(START, START + 15 * MINUTE);
const withMobile = { mobile: '+12025550200' };

function found(world: World, log: readonly Logged[] = []): string[] {
  return [...new Set(check(script, world, log).map(({ invariant }) => invariant))];
}

/** A mail of a booking, but for what is said otherwise. */
function mailOf(of: SeenBooking, index: number, more: Partial<SeenMail>): SeenMail[] {
  return mailsOf(of).map((mail, at) => (at === index ? { ...mail, ...more } : mail));
}

/** The lives of sessions that changed on the way. */
const lives = {
  cancelled: [booked(), happened('cancelled', BOOKED + HOUR, { by: 'link' })],
  moved: [
    booked(),
    happened('rescheduled', BOOKED + HOUR, {
      version: 2,
      start: START + 2 * HOUR,
      previousStart: START,
      by: 'link',
    }),
  ],
};

describe('a world in which all is well', () => {
  it.each([
    ['somebody came', worldOf([ada])],
    ['somebody came, and another system was told', worldOf([ada], { webhooks, posts: postsOf(ada) })],
    ['nobody came', worldOf([missed], { cells: noShowCells })],
    ['somebody cancelled', worldOf([booking('bkg_a', lives.cancelled)], { cells: [] })],
    [
      'somebody moved, and it is still to come',
      worldOf([booking('bkg_a', lives.moved, { start: START + 2 * HOUR })], {
        at: BOOKED + 2 * HOUR,
        cells: cells(START + 2 * HOUR, START + 3 * HOUR),
      }),
    ],
  ])('where %s breaks nothing', (_, world) => {
    expect(check(script, world, [])).toEqual([]);
  });
});

const crash: Strike = { at: BOOKED, kind: 'call', how: 'dies-after' };
const twice = [
  ...mailsOf(ada),
  ...mailsOf(ada)
    .slice(0, 1)
    .map((mail) => ({ ...mail, at: mail.at + MINUTE })),
];
const other = booking('bkg_b', joinedLife(), { email: 'ben@people.example', name: 'Ben Frey' });
const late = [
  ...joinedLife().slice(0, 1),
  happened('reminder-due', START - 24 * HOUR + 20 * MINUTE, { kind: 'remind-24h' }),
  ...joinedLife().slice(2),
];
const book = { id: 'a', at: BOOKED, do: 'book', who: 'ada', start: START, key: 'k' } as const;
const asked = { ...book, sessionType: 'live-60', mobile: false, code: true, locale: 'en' } as const;
const join = { id: 'j', at: START + MINUTE, do: 'join', booking: 'a', by: 'link' } as const;
const contact = { id: 'bkg_a', attendee: { email: 'ben@people.example' } };
const seen: SeenPage = {
  ...{ route: 'showManaged', path: '/manage/bkg_a.token', status: 200, may: true, content: 'See bkg_a' },
  ...{ by: { as: 'holder', booking: 'bkg_a' }, about: { of: 'booking', id: 'bkg_a' } },
};
const standing = { email: 'ada@people.example', noShows: ['bkg_a'] };
const off = { consultant: 'robin', kind: 'off', from: START, to: START + HOUR, at: BOOKED - HOUR } as const;
const text = { id: 't', phone: '+12025550200', body: '1' } as const;

const webhooks = [{ id: 'whk_1' }];
const both = ['__Host-id=a; Path=/', '__Host-refresh=b; Path=/'];
const publicly: Readonly<Record<string, string>> = {
  booked: 'booking.confirmed',
  'attendee-joined': 'booking.joined',
  completed: 'booking.completed',
};
const postsOf = ({ id, history }: SeenBooking): SeenPost[] =>
  history.flatMap(({ number, type, at }) => {
    const told = publicly[type];
    return told ? [{ at, id: `evt_${id}_${number}`, type: told, booking: id, body: id, signed: true }] : [];
  });
const pressed = (status: number, cookies: readonly string[]): Answered => ({
  ...{ method: 'POST', path: '/sign-in', status, body: '', headers: { 'set-cookie': cookies.join('\n') } },
});
const signed = (more: Partial<SignIn>, ...answers: readonly Answered[]): Logged => {
  const act = { id: 's', at: BOOKED, do: 'sign-in', who: 'ada', password: 'right', ...more } as const;
  return { act, begun: BOOKED, settled: BOOKED, answers };
};

/** By the name of each invariant, worlds that break it, and what happened there. */
const broken: readonly (readonly [name: string, what: string, world: World, log?: readonly Logged[]])[] = [
  [
    'never booked twice',
    'two have one hour',
    worldOf([ada, other], { cells: cells(START, START + HOUR, 2) }),
  ],
  ['busy cells', 'a cell is held by nobody', worldOf([ada], { cells: cells(START, START + 2 * HOUR) })],
  [
    'busy cells',
    'a cell is free too often',
    worldOf([missed], { cells: [...noShowCells, ...cells(START + HOUR, START + 2 * HOUR, -1)] }),
  ],
  ['busy cells', 'a session has no cells', worldOf([ada], { cells: [] })],
  [
    'time off is kept',
    'somebody booked into it',
    worldOf([ada], {
      hours: [off],
      cells: cells(START, START + HOUR).map((cell) => ({ ...cell, closed: 1 })),
    }),
  ],
  ['a row is its history', 'the row says otherwise', worldOf([{ ...ada, status: 'cancelled' }])],
  [
    'a row is its history',
    'an event is gone',
    worldOf([{ ...ada, history: ada.history.filter(({ number }) => number !== 2) }]),
  ],
  ['told of all', 'there is no confirmation', worldOf([ada], { mails: mailsOf(ada).slice(1) })],
  [
    'told of all',
    'the confirmation is late',
    worldOf([ada], { mails: mailOf(ada, 0, { at: BOOKED + 20 * MINUTE }) }),
  ],
  [
    'on time',
    'a reminder never came',
    worldOf([
      booking(
        'bkg_a',
        joinedLife().filter(({ kind }) => kind !== 'remind-2h'),
      ),
    ]),
  ],
  ['on time', 'a reminder is late', worldOf([booking('bkg_a', late)])],
  [
    'on time',
    'a reminder comes twice',
    worldOf([booking('bkg_a', [...joinedLife().slice(0, 2), ...joinedLife().slice(1)])]),
  ],
  [
    'on time',
    'nobody was asked',
    worldOf([booking('bkg_a', missedLife(), withMobile)], { cells: noShowCells }),
  ],
  [
    'on time',
    'it closed too early',
    worldOf(
      [
        booking('bkg_a', [
          ...missedLife().slice(0, 3),
          happened('no-show-recorded', START + 5 * MINUTE, { reason: 'absent', holds: true }),
        ]),
      ],
      { cells: noShowCells },
    ),
  ],
  [
    'true when sent',
    'a reminder of a cancelled session',
    worldOf(
      [
        booking(
          'bkg_a',
          [...lives.cancelled, happened('reminder-due', START - 24 * HOUR, { kind: 'remind-24h' })],
          { status: 'cancelled' },
        ),
      ],
      { cells: [] },
    ),
  ],
  [
    'true when sent',
    'a confirmation of a time that had moved',
    worldOf([booking('bkg_a', lives.moved, { start: START + 2 * HOUR })], {
      at: BOOKED + 2 * HOUR,
      cells: cells(START + 2 * HOUR, START + 3 * HOUR),
      mails: mailOf(booking('bkg_a', lives.moved), 0, { at: BOOKED + 2 * HOUR }),
    }),
  ],
  [
    'true when sent',
    'a mail that says another time',
    worldOf([ada], { mails: mailOf(ada, 0, { calendarStart: START + HOUR }) }),
  ],
  ['few repeats', 'a mail comes twice', worldOf([ada], { mails: twice })],
  [
    'few repeats',
    'a mail comes three times after a crash',
    worldOf([ada], { mails: [...twice, ...twice.slice(-1)], strikes: [crash] }),
  ],
  [
    'few repeats',
    'a text comes twice',
    worldOf([ada], {
      texts: [1, 2].map((id) => ({
        ...text,
        id: `t${id}`,
        direction: 'out',
        at: BOOKED + id,
        body: 'Are you coming?',
      })),
    }),
  ],
  ['fair no-shows', 'of who joined', worldOf([missed], { cells: noShowCells }), [logged(join, 'bkg_a')]],
  [
    'fair no-shows',
    'of who had texted in time',
    worldOf(
      [
        booking(
          'bkg_a',
          [
            ...missedLife().slice(0, 3),
            happened('check-in-asked', START + 5 * MINUTE),
            happened('no-show-recorded', START + 15 * MINUTE, { reason: 'absent', holds: true }),
          ],
          withMobile,
        ),
      ],
      { cells: noShowCells, texts: [{ ...text, direction: 'in', at: START + 9 * MINUTE }] },
    ),
  ],
  [
    'fair no-shows',
    'of who had cancelled',
    worldOf(
      [
        booking('bkg_a', [
          ...lives.cancelled,
          happened('no-show-recorded', START + 10 * MINUTE, { reason: 'absent', holds: true }),
        ]),
      ],
      { cells: noShowCells },
    ),
  ],
  [
    'fair no-shows',
    'completed, and nobody came',
    worldOf([
      booking(
        'bkg_a',
        joinedLife().filter(({ type }) => type !== 'attendee-joined'),
      ),
    ]),
  ],
  ['standing is its history', 'one that was none counts', worldOf([ada], { standings: [standing] })],
  [
    'standing is its history',
    'one that was excused counts',
    worldOf(
      [booking('bkg_a', [...missedLife(), happened('no-show-excused', AFTER - HOUR)], { excused: true })],
      { cells: noShowCells, standings: [standing] },
    ),
  ],
  [
    'standing is its history',
    'a block that nothing led to',
    worldOf([missed], { cells: noShowCells, standings: [{ ...standing, blockedUntil: AFTER + HOUR }] }),
  ],
  [
    'kept private',
    "a mail with another's link",
    worldOf([ada, { ...other, consultant: 'kim' }], {
      mails: [...mailsOf(ada), ...mailsOf(other).map((mail) => ({ ...mail, to: 'ada@people.example' }))],
    }),
  ],
  [
    'kept private',
    "an answer with another's address",
    worldOf([ada, other]),
    [logged(asked, 'bkg_a', contact)],
  ],
  [
    'kept private',
    "a text with another's link",
    worldOf([ada], { texts: [{ ...text, direction: 'out', at: BOOKED, body: 'See /join/bkg_a.token' }] }),
  ],
  [
    'private pages',
    "a page by one's link has another's session",
    worldOf([ada, { ...other, consultant: 'kim' }], { pages: [{ ...seen, content: 'See bkg_b' }] }),
  ],
  ['posted', 'a confirmation was never posted', worldOf([ada], { webhooks, posts: postsOf(ada).slice(1) })],
  [
    'posted',
    'one came again though all went well',
    worldOf([ada], { webhooks, posts: [...postsOf(ada), ...postsOf(ada).slice(0, 1)] }),
  ],
  [
    'posted',
    'one came again and says otherwise',
    worldOf([ada], {
      ...{ webhooks, strikes: [crash] },
      posts: [
        ...postsOf(ada),
        ...postsOf(ada)
          .slice(0, 1)
          .map((post) => ({ ...post, body: '{}' })),
      ],
    }),
  ],
  [
    'posted',
    'one is not signed',
    worldOf([ada], { webhooks, posts: postsOf(ada).map((post) => ({ ...post, signed: false })) }),
  ],
  [
    'posted',
    'one tells of what did not happen',
    worldOf([ada], { webhooks, posts: postsOf(ada).map((post) => ({ ...post, type: 'booking.cancelled' })) }),
  ],
  [
    'posted',
    'one has the id of another booking',
    worldOf([ada, { ...other, consultant: 'kim' }], {
      webhooks,
      posts: [...postsOf(ada), ...postsOf(other).map((post) => ({ ...post, body: 'bkg_a' }))],
    }),
  ],
  ['signed in', 'with a wrong password', worldOf([]), [signed({ password: 'wrong' }, pressed(303, both))]],
  ['signed in', 'with half a session', worldOf([]), [signed({}, pressed(303, both.slice(0, 1)))]],
  [
    'signed in',
    'in an answer that failed',
    worldOf([]),
    [signed({}, pressed(500, both), pressed(303, both))],
  ],
  ['signed in', 'not, with the right password', worldOf([]), [signed({}, pressed(422, []))]],
  [
    'signed in',
    'and not shown their own',
    worldOf([]),
    [signed({}, pressed(303, both), { ...pressed(303, []), method: 'GET', path: '/portal' })],
  ],
  [
    'signed in',
    'still, after signing out',
    worldOf([]),
    [
      signed({ leaves: true }, ...[pressed(303, both), { ...pressed(303, []), path: '/sign-out' }], {
        ...pressed(200, []),
        method: 'GET',
        path: '/portal',
      }),
    ],
  ],
  [
    'signed in',
    'with the password before the new one',
    worldOf([]),
    [
      {
        ...signed({}, pressed(303, both), { ...pressed(200, []), method: 'GET' }, pressed(303, both)),
        act: { id: 'n', at: BOOKED, do: 'new-password', who: 'ada' },
      },
    ],
  ],
  [
    'once a key',
    'two bookings of one request',
    worldOf([ada]),
    [logged(asked, 'bkg_a', { id: 'bkg_a' }), logged(asked, 'bkg_b', { id: 'bkg_b' })],
  ],
  ['drained', 'a queue is not empty', worldOf([ada], { queued: [{ queue: 'events-failed', body: {} }] })],
  [
    'drained',
    'a claim runs on',
    worldOf([ada], { claims: [{ owner: 'bkg_a', effect: '1.mail', leaseUntil: AFTER + HOUR }] }),
  ],
  [
    'drained',
    'an effect was begun and not done',
    worldOf([missed], {
      cells: noShowCells,
      claims: [{ owner: 'bkg_a', effect: '4.mail', leaseUntil: START }],
    }),
  ],
  [
    'drained',
    'a timer has not fired',
    worldOf([ada], { timers: [{ name: 'bkg_a.finish.v1', at: START + HOUR }] }),
  ],
  [
    'drained',
    'a session has not ended',
    worldOf([booking('bkg_a', joinedLife().slice(0, 4), { status: 'in_progress' })]),
  ],
];

describe('an invariant', () => {
  it.each(broken.map(([name, what, world, log = []]) => ({ name, what, world, log })))(
    '$name: $what',
    ({ name, world, log }) => {
      expect(found(world, log)).toContain(name);
    },
  );

  it('is never without a world that breaks it', () => {
    expect([...new Set(broken.map(([name]) => name))].toSorted()).toEqual(
      invariants.map(({ name }) => name).toSorted(),
    );
  });

  it('lets a message come twice where a crash explains it', () => {
    expect(found(worldOf([ada], { mails: twice, strikes: [crash] }))).toEqual([]);
  });

  it('lets two sessions lie beside each other where our staff put one there', () => {
    const beside = booking('bkg_b', [booked({ beside: true, by: 'staff' }), ...joinedLife().slice(1)]);
    expect(found(worldOf([ada, beside], { cells: cells(START, START + HOUR, 2) }))).toEqual([]);
  });
});
