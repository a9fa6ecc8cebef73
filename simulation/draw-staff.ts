import { instantOn } from '../lib/domain/calendar/zone.ts';
import type { House } from './house.ts';
import type { Random } from './random.ts';
import type { Act, Cast, Deed } from './script.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Office {
  readonly acts: readonly Act[];
  readonly cast: Cast;
  readonly house: House;
  readonly days: readonly string[];
  readonly bookings: number;
}

/** What staff, the operator and the mail service do beside single bookings. */
export function drawStaff(random: Random, office: Office): Act[] {
  const { acts, bookings } = office;
  const instants = acts.map(({ at }) => at);
  const [begin, end] = [Math.min(...instants), Math.max(...instants)] as const;
  const often = (share: number, name: string): Random[] => {
    const source = random.fork(name);
    const whole = Math.floor(share * bookings);
    const count = whole + (source.chance(share * bookings - whole) ? 1 : 0);
    return Array.from({ length: count }, (_, index) => source.fork(String(index)));
  };
  const sometime = (draw: Random): number => draw.between(begin, end);
  const drawn: readonly (readonly [Random, Drawing])[] = [
    ...often(0.08, 'emergency').map((draw) => [draw, emergency(office, sometime)] as const),
    ...often(0.05, 'hours').map((draw) => [draw, hours(office, sometime)] as const),
    ...often(0.05, 'people').map((draw) => [draw, onPerson(office, sometime)] as const),
    ...often(0.04, 'company').map((draw) => [draw, onCompany(office, sometime)] as const),
    ...often(0.06, 'mail').map((draw) => [draw, feedback(office, sometime)] as const),
    ...often(0.12, 'sign-in').map((draw) => [draw, signIn(office, sometime)] as const),
    ...often(0.03, 'password').map((draw) => [draw, newPassword(office, sometime)] as const),
    ...often(0.04, 'keys').map((draw) => [draw, keys(sometime)] as const),
  ];
  return drawn.map(([draw, deedOf], index) => {
    const [at, deed] = deedOf(draw);
    return { id: `s${index}`, at, ...deed };
  });
}

type Sometime = (draw: Random) => number;
type Drawing = (draw: Random) => [at: number, deed: Deed];

function emergency({ cast, house, acts }: Office, sometime: Sometime): Drawing {
  return (draw) => {
    const at = sometime(draw);
    const others = acts.flatMap((act) => (act.do === 'book' && act.start > at ? [act.start] : []));
    // Beside another where there is one, at any minute.
    const near =
      others.length > 0 && draw.chance(0.6) ? draw.pick(others) + draw.between(0, 20) * MINUTE : undefined;
    const start = near ?? Math.ceil(at / MINUTE) * MINUTE + draw.between(5, 600) * MINUTE;
    const who = draw.pick(cast.people.filter(({ account, company }) => account !== 'staff' && company));
    const sessionType = draw.pick(house.sessionTypes).id;
    const consultant = draw.pick(house.consultants);
    const key = `emergency-${draw.between(1, 2 ** 31)}`;
    return [
      at,
      { do: 'staff-book', who: who.id, sessionType, consultant, start, beside: draw.chance(0.6), key },
    ];
  };
}

function hours({ house, days }: Office, sometime: Sometime): Drawing {
  return (draw) => {
    const off = draw.chance(0.6);
    const from = instantOn(house.zone, draw.pick(days), off ? draw.between(8, 15) * 60 : 18 * 60);
    const consultant = draw.pick(house.consultants);
    const until = from + draw.between(1, 4) * HOUR;
    const at = Math.min(sometime(draw), from - HOUR);
    return [at, { do: off ? 'time-off' : 'extra-hours', consultant, from, until }];
  };
}

function onPerson({ cast }: Office, sometime: Sometime): Drawing {
  return (draw) => {
    const who = draw.pick(cast.people.filter(({ company }) => company)).id;
    const what = draw.pick(['staff-block', 'staff-lift', 'staff-pay'] as const);
    const days = what === 'staff-block' ? { days: draw.between(1, 20) } : {};
    return [sometime(draw), { do: what, who, ...days }];
  };
}

function onCompany({ cast }: Office, sometime: Sometime): Drawing {
  return (draw) => {
    const company = draw.pick(cast.companies).id;
    const approval = draw.chance(0.7);
    const decision = approval ? 'approval' : 'nothing';
    return [
      sometime(draw),
      { do: 'staff-company', company, decision, ...(approval ? { days: draw.between(2, 30) } : {}) },
    ];
  };
}

function signIn({ cast, acts }: Office, sometime: Sometime): Drawing {
  return (draw) => {
    const who = draw.pick(cast.people.filter(({ signsIn }) => signsIn)).id;
    const at = sometime(draw);
    if (draw.chance(0.3)) return [at, { do: 'sign-in', who, password: 'wrong' }];
    const theirs = acts.filter((act) => act.do === 'book' && act.who === who && act.at < at);
    const cancels = theirs.length > 0 && draw.chance(0.4) ? { cancels: draw.pick(theirs).id } : {};
    const leaves = draw.chance(0.5) ? { leaves: true } : {};
    return [at, { do: 'sign-in', who, password: 'right', ...cancels, ...leaves }];
  };
}

function newPassword({ cast }: Office, sometime: Sometime): Drawing {
  return (draw) => {
    const who = draw.pick(cast.people.filter(({ signsIn, account }) => signsIn && account === 'member')).id;
    return [sometime(draw), { do: 'new-password', who }];
  };
}

function feedback({ cast }: Office, sometime: Sometime): Drawing {
  return (draw) => {
    const who = draw.pick(cast.people.filter(({ account }) => account !== 'staff')).id;
    return [
      sometime(draw),
      { do: 'mail-feedback', who, what: draw.pick(['bounces', 'complains', 'works'] as const) },
    ];
  };
}

function keys(sometime: Sometime): Drawing {
  return (draw) => [sometime(draw), { do: 'rotate-keys', which: draw.chance(0.6) ? 'links' : 'attendance' }];
}
