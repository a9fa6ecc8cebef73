import type { Random } from './random.ts';
import type { Act, Book, CastPerson, Deed } from './script.ts';

const MINUTE = 60_000;

export interface Fate {
  readonly book: Act & Book;
  readonly who: CastPerson;
  readonly minutes: number;
  /** Another time that may be free (ms). */
  another(): number;
}

/** What becomes of a booking by those whom it is for, and by the staff who look after it. */
export function fateOf(draw: Random, fate: Fate): Act[] {
  const { book } = fate;
  const deeds: [at: number, deed: Deed][] = [];
  let { start } = book;
  if (draw.chance(0.2)) {
    const to = fate.another();
    deeds.push([pointBefore(draw, book.at, start), { do: 'move', booking: book.id, start: to }]);
    if (to > book.at) start = to;
  }
  const next = { ...fate, start };
  const kind = draw.weighted({ joins: 5, texts: 5, cancels: 2, staff: 2, early: 1, nothing: 4 });
  deeds.push(...kinds[kind](draw, next));
  if (draw.chance(0.25)) deeds.push(...afterwards(draw, next));
  if (draw.chance(0.1)) deeds.push(...decided(draw, next));
  const inTime = deeds.filter(([at]) => at > book.at);
  return inTime.map(([at, deed], index) => ({ id: `${book.id}.${index + 1}`, at, ...deed }));
}

type Begun = Fate & { readonly start: number };
type Drawn = [at: number, deed: Deed][];

const kinds: Readonly<
  Record<'joins' | 'texts' | 'cancels' | 'staff' | 'early' | 'nothing', (draw: Random, fate: Begun) => Drawn>
> = {
  joins: (draw, { book, start, minutes }) => {
    const by = draw.pick(['link', 'page', 'provider'] as const);
    const when = draw.weighted({ before: 3, around: 5, late: 2 });
    const after = {
      before: () => draw.between(-14, 0),
      around: () => draw.between(1, 14),
      late: () => draw.between(14, minutes),
    };
    const told = by === 'provider' && draw.chance(0.4) ? { lateBy: draw.between(1, 12 * 60) * 1000 } : {};
    const again = draw.chance(0.25) ? { repeats: 1 } : {};
    return [
      [
        start + after[when]() * MINUTE + draw.between(0, 59) * 1000,
        { do: 'join', booking: book.id, by, ...told, ...again },
      ],
    ];
  },
  texts: (draw, fate) =>
    Array.from({ length: draw.between(1, 2) }, () => textOf(draw, fate, draw.between(2, 18))),
  early: (draw, fate) => [textOf(draw, fate, -draw.between(5, 26 * 60))],
  cancels: (draw, { book, start }) => [
    [pointBefore(draw, book.at, start), { do: 'cancel', booking: book.id }],
  ],
  staff: (draw, fate) => staffOn(draw, fate),
  nothing: () => [],
};

const words = {
  yes: ['1', '1', 'yes', "I'm coming!", 'ja, komme gleich', '1.'],
  no: ['2', '2', 'no', 'cancel', 'Ich kann nicht'],
  move: ['3', '3', 'move it', 'verschieben'],
  nonsense: ['???', 'who is this', '7', '👍', '12'],
  service: ['STOP', 'HELP', 'START'],
} as const;

function textOf(draw: Random, { who, start }: Begun, minutes: number): [number, Deed] {
  const meant = draw.weighted({ yes: 8, no: 4, move: 2, nonsense: 2, service: 0.6 });
  const from = who.mobile === undefined || draw.chance(0.08) ? '+12025550999' : who.mobile;
  const late = draw.chance(0.2) ? { lateBy: draw.between(5, 14 * 60) * 1000 } : {};
  const twice = draw.chance(0.15) ? { duplicated: 1 } : {};
  const at = start + minutes * MINUTE + draw.between(0, 59) * 1000;
  return [at, { do: 'text', from, body: draw.pick(words[meant]), ...late, ...twice }];
}

function staffOn(draw: Random, { book, start, minutes, another }: Begun): Drawn {
  const booking = book.id;
  const during = start + draw.between(1, minutes - 1) * MINUTE;
  switch (draw.weighted({ attend: 3, complete: 2, noShow: 2, cancel: 1, move: 2, undo: 2 })) {
    case 'attend':
      return [[during, { do: 'staff-attend', booking }]];
    case 'complete':
      return [
        [start + 2 * MINUTE, { do: 'staff-attend', booking }],
        [start + (minutes - 5) * MINUTE, { do: 'staff-complete', booking }],
        ...(draw.chance(0.3)
          ? ([[start + (minutes - 3) * MINUTE, { do: 'staff-reopen', booking }]] satisfies Drawn)
          : []),
      ];
    case 'noShow':
      return [[during, { do: 'staff-no-show', booking }]];
    case 'cancel':
      return [
        [draw.chance(0.5) ? during : pointBefore(draw, book.at, start), { do: 'staff-cancel', booking }],
      ];
    case 'move':
      return [
        [
          draw.chance(0.5) ? during : pointBefore(draw, book.at, start),
          { do: 'staff-move', booking, start: another() },
        ],
      ];
    case 'undo':
      return [
        [start + MINUTE, { do: 'staff-attend', booking }],
        [start + draw.between(2, 12) * MINUTE, { do: 'staff-withdraw-join', booking }],
      ];
  }
}

/** Once it is over: it is contested, and excused or not. */
function afterwards(draw: Random, { book, start, minutes }: Begun): Drawn {
  const booking = book.id;
  const at = start + (minutes + draw.between(1, 20 * 60)) * MINUTE;
  const decision = draw.pick(['staff-excuse', 'staff-reject'] as const);
  return [
    [at, { do: 'contest', booking, reason: 'The power was out in our street' }],
    ...(draw.chance(0.7)
      ? ([[at + draw.between(5, 600) * MINUTE, { do: decision, booking }]] satisfies Drawn)
      : []),
  ];
}

/** A decision on it, which finds it pending only where its company needs approval. */
function decided(draw: Random, { book }: Begun): Drawn {
  const what = draw.chance(0.7) ? 'staff-approve' : 'staff-refuse';
  return [[book.at + draw.between(5, 120) * MINUTE, { do: what, booking: book.id }]];
}

/** Somewhere between, more often near the end. */
function pointBefore(draw: Random, from: number, to: number): number {
  const left = Math.max(to - from, MINUTE);
  return Math.round(to - left * draw.unit() ** 2) - draw.between(0, 5) * 1000;
}
