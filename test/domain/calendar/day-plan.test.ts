import { describe, expect, it } from 'vitest';
import { type Calendar, emptyCalendar } from '../../../lib/domain/calendar/calendar.ts';
import { type CellRange, cellAt, cellStart, eachCell } from '../../../lib/domain/calendar/cells.ts';
import { dayPlan } from '../../../lib/domain/calendar/day-plan.ts';
import { addDays, startOfDate } from '../../../lib/domain/calendar/zone.ts';
import { consultantOf } from '../../../lib/domain/catalogue.ts';
import settings from '../../fixture-config.ts';

const consultant = consultantOf(settings, 'robin');
const HOUR = 3_600_000;

/** An hour of a date as New York's clocks count it, while they don't change. */
const hourOf = (date: string, hour: number) => startOfDate(settings.zone, date) + hour * HOUR;

function planOf(date: string, calendar: Partial<Calendar> = {}) {
  const until = startOfDate(settings.zone, addDays(date, 1));
  const plan = dayPlan(
    settings,
    consultant,
    { ...emptyCalendar, ...calendar },
    startOfDate(settings.zone, date),
    until,
  );
  const hours = ({ from, to }: CellRange) =>
    [from, to].map((cell) => (cellStart(cell) - startOfDate(settings.zone, date)) / HOUR);
  return { open: plan.open.map(hours), off: plan.off.map(hours), extra: plan.extra.map(hours) };
}

/** Cells of the hours of a Tuesday. */
function cells(from: number, to: number): Map<string, number[]> {
  const [first, end] = [hourOf('2026-11-24', from), hourOf('2026-11-24', to)];
  return new Map([['robin', eachCell({ from: cellAt(first), to: cellAt(end) })]]);
}

describe('how a consultant works on a day', () => {
  it('is by the weekly hours, of the deployment’s zone', () => {
    expect(planOf('2026-11-24')).toEqual({ open: [[8.5, 17.5]], off: [], extra: [] });
  });

  it('is not at all on a holiday and at a weekend', () => {
    for (const date of ['2026-11-26', '2026-11-28']) expect(planOf(date).open).toEqual([]);
  });

  it('is without the time off, also where it lies outside of the weekly hours', () => {
    const plan = planOf('2026-11-24', { off: cells(12, 20) });
    expect(plan).toEqual({ open: [[8.5, 12]], off: [[12, 20]], extra: [] });
  });

  it('is in extra hours too, and not in time off within them', () => {
    const plan = planOf('2026-11-24', { extra: cells(17, 20), off: cells(19, 20) });
    expect(plan).toEqual({ open: [[8.5, 19]], off: [[19, 20]], extra: [[17, 19]] });
  });

  it('is in one part for each stretch, and nobody else’s hours count', () => {
    const others = new Map([['kim', [cellAt(hourOf('2026-11-24', 12))]]]);
    expect(planOf('2026-11-24', { off: cells(12, 13) }).open).toEqual([
      [8.5, 12],
      [13, 17.5],
    ]);
    expect(planOf('2026-11-24', { off: others }).open).toEqual([[8.5, 17.5]]);
  });

  it('is as long on the wall clock on days that have 23 or 25 hours', () => {
    const around = { ...settings, consultants: settings.consultants };
    const whole = { ...consultant, hours: { sunday: [{ from: '00:00', to: '24:00' }] } };
    const lengthOf = (date: string) => {
      const [from, until] = [startOfDate(settings.zone, date), startOfDate(settings.zone, addDays(date, 1))];
      const { open } = dayPlan(around, whole, emptyCalendar, from, until);
      return open.map(({ from: first, to }) => (to - first) / 4);
    };
    expect(lengthOf('2026-03-08')).toEqual([23]);
    expect(lengthOf('2026-11-01')).toEqual([25]);
  });
});
