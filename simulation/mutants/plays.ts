import type { Deed } from '../script.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Ten in the morning in New York, as minutes into a day of UTC. */
const TEN = 15 * HOUR;

const booking = { do: 'book', sessionType: 'live-60', code: true, mobile: false, locale: 'en' } as const;

/** What people and the world do, each aimed at one fault and right without it. Every play has days and people to itself. */
export const plays: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  'events come twice': async (stage) => {
    await book(stage, 'one', stage.tomorrow + TEN);
    await stage.world({ repeatEvents: true });
  },

  'somebody signs out': async (stage) => {
    await stage.act('leave', { do: 'sign-in', who: 'staff', password: 'right', leaves: true });
  },

  'two have sessions': async (stage) => {
    await book(stage, 'one', stage.tomorrow + TEN);
    await book(stage, 'two', stage.tomorrow + TEN + 2 * HOUR);
  },

  'some cancel at once': async (stage) => {
    await book(stage, 'one', stage.tomorrow + TEN);
    const cancel = { do: 'cancel', booking: 'one' } as const;
    // On a busy machine one may be answered before another arrives: of six, two always meet.
    await stage.together(Array.from({ length: 6 }, () => cancel));
  },

  'many want one slot': async (stage) => {
    const start = stage.tomorrow + TEN;
    const all = ['one', 'two', 'three'].map((who) => wish(stage, who, start));
    await stage.together(all);
  },

  'a request comes twice': async (stage) => {
    await stage.act('one', { ...wish(stage, 'one', stage.tomorrow + TEN), repeats: 1 });
  },

  'two use one key': async (stage) => {
    const start = stage.tomorrow + TEN;
    await stage.act('one', wish(stage, 'one', start));
    await stage.act('two', { ...wish(stage, 'two', start), key: wish(stage, 'one', start).key });
  },

  'an answer comes late': async (stage) => {
    const start = stage.tomorrow + TEN;
    await stage.act('one', { ...wish(stage, 'one', start), mobile: true });
    await stage.to(start + 20 * MINUTE);
    const { mobile: from = '' } = stage.person('one');
    await stage.act('text', { do: 'text', from, body: '1' }, start + 12 * MINUTE);
    await stage.to(start + 2 * HOUR);
  },

  'an old timer fires': async (stage) => {
    const start = stage.tomorrow + TEN + HOUR;
    const bookingId = await book(stage, 'one', start - HOUR);
    await stage.act('move', { do: 'move', booking: 'one', start });
    await stage.world({ fireTimer: { payload: { kind: 'remind-2h', bookingId, version: 1 } } });
    await stage.to(start + 2 * HOUR);
  },

  'cancelled before it is told': async (stage) => {
    await stage.world(onEvent('fails'));
    await book(stage, 'one', stage.tomorrow + TEN);
    await stage.act('cancel', { do: 'cancel', booking: 'one' });
    await stage.to(stage.now() + 2 * MINUTE);
    await stage.world(onEvent('works'));
    await stage.to(stage.now() + 2 * MINUTE);
  },

  'moved before it is told': async (stage) => {
    await stage.world(onEvent('fails'));
    await book(stage, 'one', stage.tomorrow + TEN);
    await stage.act('move', { do: 'move', booking: 'one', start: stage.tomorrow + TEN + 2 * HOUR });
    await stage.to(stage.now() + 2 * MINUTE);
    await stage.world(onEvent('works'));
    await stage.to(stage.now() + 2 * MINUTE);
  },

  'texting fails for a while': async (stage) => {
    const start = stage.tomorrow + TEN;
    await stage.act('one', { ...wish(stage, 'one', start), mobile: true });
    await stage.to(start);
    await stage.world({ texting: { trouble: 'throttled' } });
    await stage.to(start + 5 * MINUTE + 2_500);
    await stage.world({ texting: { trouble: 'none' } });
    await stage.to(start + 2 * HOUR);
  },

  'a timer is lost': async (stage) => {
    const start = stage.tomorrow + TEN;
    const bookingId = await book(stage, 'one', start);
    await stage.world({ loseTimer: { name: `${bookingId}.remind-2h.v1` } });
    await stage.to(start - 2 * HOUR - MINUTE);
    await stage.watch(start - 2 * HOUR + 10 * MINUTE);
  },

  'somebody cancels': async (stage) => {
    await book(stage, 'one', stage.tomorrow + TEN);
    await stage.act('cancel', { do: 'cancel', booking: 'one' });
  },

  'somebody joins': async (stage) => {
    const start = stage.tomorrow + TEN;
    await book(stage, 'one', start);
    await stage.to(start + MINUTE);
    await stage.act('join', { do: 'join', booking: 'one', by: 'link' });
    await stage.to(start + 2 * HOUR);
  },

  'staff excuse a no-show': async (stage) => {
    const start = stage.tomorrow + TEN;
    await book(stage, 'one', start);
    await stage.to(start + 2 * HOUR);
    await stage.act('excuse', { do: 'staff-excuse', booking: 'one' });
  },

  'time off is booked': async (stage) => {
    const start = stage.tomorrow + TEN;
    for (const consultant of stage.consultants) {
      const off = { from: start, until: start + 2 * HOUR };
      await stage.act(consultant, { do: 'time-off', consultant, ...off });
    }
    await stage.to(stage.now() + MINUTE);
    await stage.act('one', wish(stage, 'one', start));
    await stage.act('two', wish(stage, 'two', start + 2 * HOUR));
  },
};

const onEvent = (state: string) => ({ function: { name: 'showup-dev-on-event', state } });

type Book = Extract<Deed, { do: 'book' }>;

function wish(stage: Stage, who: string, start: number): Book {
  return { ...booking, who: stage.person(who).id, start, key: stage.key(who) };
}

/** Gives the booking's id. Throws where it is refused. */
async function book(stage: Stage, who: string, start: number): Promise<string> {
  const { bookingId } = await stage.act(who, wish(stage, who, start));
  if (bookingId === undefined) throw new Error('what the play begins with was not booked');
  return bookingId;
}
