import { describe, expect, it } from 'vitest';
import { drawScript } from '../../simulation/draw.ts';
import { houseOf } from '../../simulation/house.ts';
import settings from '../../simulation/settings.ts';
import { stepsOf } from '../../simulation/timeline.ts';
import { without } from '../../simulation/without.ts';

const house = houseOf(settings);
const wishes = { seed: 3, bookings: 40, faults: 2, start: '2026-11-30T07:00:00-05:00' };
const script = drawScript(wishes, house);

describe('a drawn script', () => {
  it('is the same for the same seed, survives being written down, and is another for another seed', () => {
    expect(drawScript(wishes, house)).toEqual(script);
    expect(JSON.parse(JSON.stringify(script))).toEqual(script);
    expect(drawScript({ ...wishes, seed: 4 }, house)).not.toEqual(script);
  });

  it('has as many bookings as were wished for, by people of its cast, and acts in order with ids of their own', () => {
    expect(script.acts.filter((act) => act.do === 'book')).toHaveLength(40);
    expect(new Set(script.acts.map(({ id }) => id)).size).toBe(script.acts.length);
    expect(script.acts.map(({ at }) => at)).toEqual(
      script.acts.map(({ at }) => at).toSorted((a, b) => a - b),
    );
    const people = new Set(script.cast.people.map(({ id }) => id));
    for (const act of script.acts) if ('who' in act) expect(people, act.who).toContain(act.who);
  });

  it('does nothing to a booking before it is made', () => {
    const seen = new Set<string>();
    for (const act of script.acts) {
      if ('booking' in act) expect(seen, act.id).toContain(act.booking);
      seen.add(act.id);
    }
  });

  it('does everything that can be done, with every kind of fault, over a few seeds', () => {
    const scripts = [1, 2, 3, 4, 5].map((seed) => drawScript({ ...wishes, seed }, house));
    const done = new Set(scripts.flatMap(({ acts }) => acts.map((act) => act.do)));
    expect([...done].toSorted()).toEqual(
      [
        ...['book', 'cancel', 'contest', 'extra-hours', 'join', 'mail-feedback', 'move', 'new-password'],
        ...['rotate-keys', 'sign-in'],
        ...['staff-approve', 'staff-attend', 'staff-block', 'staff-book', 'staff-cancel', 'staff-company'],
        ...['staff-complete', 'staff-excuse', 'staff-lift', 'staff-move', 'staff-no-show', 'staff-pay'],
        ...['staff-refuse', 'staff-reject', 'staff-reopen', 'staff-withdraw-join', 'text', 'time-off'],
      ].toSorted(),
    );
    const wrong = new Set(scripts.flatMap(({ faults }) => faults.map(({ kind }) => kind)));
    expect([...wrong].toSorted()).toEqual(['call', 'skew', 'stream', 'text', 'timer']);
    const hows = scripts.flatMap(({ faults }) =>
      faults.flatMap((fault) => (fault.kind === 'call' ? [fault.how] : [])),
    );
    expect(new Set(hows).size).toBe(8);
  });

  it('is calm where no faults are wished for, and does the same', () => {
    const calm = drawScript({ ...wishes, faults: 0 }, house);
    expect(calm.faults).toEqual([]);
    expect(calm.acts).toEqual(script.acts);
  });
});

describe('a script without some of it', () => {
  it('loses with a booking all that is done to it, and who then does nothing', () => {
    const [first] = script.acts.filter((act) => act.do === 'book');
    const id = first?.id ?? '';
    const less = without(script, new Set([id]));
    expect(less.acts.some((act) => act.id === id || ('booking' in act && act.booking === id))).toBe(false);
    expect(less.acts.length).toBeLessThan(script.acts.length);
    const none = without(script, new Set(script.acts.map((act) => act.id)));
    expect(none.acts).toEqual([]);
    expect(none.cast.people.map((person) => person.account)).toEqual(['staff']);
  });

  it('loses the faults that are named, and no others', () => {
    const [fault] = script.faults;
    expect(without(script, new Set([fault?.id ?? ''])).faults).toEqual(script.faults.slice(1));
  });
});

describe('the steps of a script', () => {
  it('bring a late text when it arrives, and again where it comes twice', () => {
    const at = Date.parse('2026-12-01T15:00:00Z');
    const text = {
      id: 't',
      at,
      do: 'text',
      from: '+12025550100',
      body: '1',
      lateBy: 90_000,
      duplicated: 1,
    } as const;
    expect(stepsOf({ acts: [text] }).map((step) => step.at - at)).toEqual([90_000, 150_000]);
  });

  it('have those of one burst happen at once', () => {
    const at = Date.parse('2026-12-01T15:00:00Z');
    const one = { id: 'a', at, do: 'cancel', booking: 'b', burst: 'x' } as const;
    const acts = [one, { ...one, id: 'c', burst: 'y' }, { ...one, id: 'd' }];
    expect(stepsOf({ acts }).map((step) => step.acts.map(({ id }) => id))).toEqual([['a', 'd'], ['c']]);
  });
});
