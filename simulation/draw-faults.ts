import type { CallFault, Fault } from '../local/hostile/fault.ts';
import type { Random } from './random.ts';

/** What each function calls, and about how often for each booking of a script. */
const callers = {
  api: { perBooking: 12, actions: ['dynamodb:TransactWriteItems', 'dynamodb:Query', 'dynamodb:GetItem'] },
  pages: { perBooking: 4, actions: ['dynamodb:TransactWriteItems', 'dynamodb:Query'] },
  desk: { perBooking: 3, actions: ['dynamodb:TransactWriteItems', 'dynamodb:Query'] },
  'on-text': {
    perBooking: 5,
    actions: ['dynamodb:TransactWriteItems', 'dynamodb:PutItem', 'dynamodb:Query'],
  },
  'on-timer': {
    perBooking: 12,
    actions: ['dynamodb:TransactWriteItems', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  },
  'on-event': {
    perBooking: 40,
    actions: [
      ...['dynamodb:TransactWriteItems', 'dynamodb:UpdateItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      ...[
        'ses:SendRawEmail',
        'scheduler:CreateSchedule',
        'scheduler:DeleteSchedule',
        'sns:Publish',
        'events:PutEvents',
      ],
    ],
  },
  portal: {
    perBooking: 1,
    actions: [
      ...['cognito-idp:AdminInitiateAuth', 'cognito-idp:RevokeToken', 'cognito-idp:AdminSetUserPassword'],
      ...['cognito-idp:AdminUserGlobalSignOut', 'dynamodb:TransactWriteItems'],
    ],
  },
  deliver: {
    perBooking: 15,
    actions: ['http:Post', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'scheduler:CreateSchedule'],
  },
  sweep: {
    perBooking: 20,
    actions: ['dynamodb:TransactWriteItems', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  },
} as const;

const hows = {
  'fails-before': 4,
  'fails-after': 4,
  'cut-after': 2,
  throttled: 2,
  slow: 0.5,
  conflict: 2,
  'dies-before': 3,
  'dies-after': 5,
} as const;

/** `rate` faults for each booking, of every kind. */
export function drawFaults(random: Random, bookings: number, rate: number): Fault[] {
  return Array.from({ length: Math.round(bookings * rate) }, (_, index) => {
    const draw = random.fork(String(index));
    return { ...drawFault(draw, bookings), id: `f${index}` };
  });
}

type Drawn = Fault extends infer One ? (One extends Fault ? Omit<One, 'id'> : never) : never;

function drawFault(draw: Random, bookings: number): Drawn {
  const nth = draw.between(1, bookings * 3);
  switch (draw.weighted({ call: 14, timer: 4, stream: 3, text: 1.5, skew: 0.5 })) {
    case 'call':
      return drawCall(draw, bookings);
    case 'timer': {
      const how = draw.pick(['lost', 'twice', 'early', 'late'] as const);
      const byMs = how === 'early' || how === 'late' ? { byMs: draw.between(1, 240) * 1000 } : {};
      return { kind: 'timer', nth, how, ...byMs };
    }
    case 'stream':
      return {
        kind: 'stream',
        nth: draw.between(1, bookings * 6),
        how: draw.pick(['redelivered', 'held-back'] as const),
      };
    case 'text': {
      const late = draw.chance(0.6);
      const byMs = late ? { byMs: draw.between(5, 600) * 1000 } : {};
      return {
        kind: 'text',
        nth: draw.between(1, Math.max(1, bookings)),
        how: late ? 'late' : 'twice',
        ...byMs,
      };
    }
    case 'skew': {
      const name = draw.pick(Object.keys(callers));
      return { kind: 'skew', function: name, byMs: draw.pick([-1000, -500, 500, 1000]) };
    }
  }
}

function drawCall(draw: Random, bookings: number): Omit<CallFault, 'id'> {
  const name = draw.weighted({
    api: 4,
    pages: 1,
    desk: 1,
    'on-text': 2,
    'on-timer': 4,
    'on-event': 9,
    portal: 1,
    deliver: 2,
    sweep: 2,
  });
  const { perBooking, actions } = callers[name];
  const how = draw.weighted(hows);
  const any = how !== 'conflict' && draw.chance(0.4);
  // Only transactions and single writes conflict.
  const named =
    how === 'conflict'
      ? actions.filter((one) => /TransactWriteItems|UpdateItem/u.test(one)).slice(0, 1)
      : actions;
  const action = any ? '*' : draw.pick<string>(named);
  const nth = draw.between(1, Math.ceil((bookings * perBooking) / (any ? 1 : actions.length)));
  // What takes effect each time and never says so would mail somebody as often as it lasts.
  const lasts = how === 'fails-before' || how === 'throttled' || how === 'conflict';
  const lasting = lasts ? { times: draw.pick([1, 1, 3, 4, 6]) } : {};
  return { kind: 'call', function: name, action, nth, how, ...lasting };
}
