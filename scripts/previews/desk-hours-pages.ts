import settings from '#config';
import type { HoursException, HoursKind } from '../../lib/domain/calendar/hours-exception.ts';
import { startOfDate } from '../../lib/domain/calendar/zone.ts';
import type { Consultant } from '../../lib/domain/catalogue.ts';
import { checkHours } from '../../lib/pages/desk/check-hours.ts';
import { everyonesHoursPage, hoursPage } from '../../lib/pages/desk/hours-page.tsx';
import { blankHours, type HoursView } from '../../lib/pages/desk/hours-view.ts';
import { deskIn } from '../../lib/pages/language/desk.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { HOUR, START } from './sample.ts';
import { stories } from './stories.ts';
import { tell } from './story.ts';

const now = moments.booked + 2 * HOUR;
const { zone } = settings;
const insider = { name: 'Kim Lee', csrf: 'csrf', waiting: { count: 3, more: false } };
const afternoon = hours('off', START - HOUR, START + 4 * HOUR, 'Training');
const christmas = hours('off', startOfDate(zone, '2026-12-24'), startOfDate(zone, '2027-01-02'), 'Holiday');
const evening = hours('extra', START + 33 * HOUR, START + 36 * HOUR, 'A customer in Tokyo');

/** Consultants' hours at the desk. Another state is a row. */
export const deskHoursPages: readonly PageState[] = [
  {
    name: 'Desk hours, of everybody',
    page: (visit) =>
      everyonesHoursPage(visit, {
        ...insider,
        consultants: settings.consultants.map((consultant, index) => ({
          consultant,
          coming: index === 0 ? [afternoon, evening, christmas] : [],
        })),
      }),
  },
  row('Desk hours, nothing coming', () => ({})),
  row('Desk hours, much coming', (visit) => ({ coming: listed(visit) })),
  row('Desk hours, looking at time off', (visit) => ({
    preview: { do: 'add', there: false, hours: afternoon, bookings: inside(visit) },
    typed: { ...blankHours, kind: 'off', fromDate: '2026-12-02', toDate: '2026-12-02', reason: 'Training' },
  })),
  row('Desk hours, looking at extra hours', () => ({
    preview: { do: 'add', there: true, hours: evening, bookings: [] },
  })),
  row('Desk hours, looking at removing extra hours', (visit) => ({
    preview: { do: 'remove', hours: evening, bookings: inside(visit) },
  })),
  row('Desk hours, time off added', (visit) => ({
    coming: listed(visit),
    told: { good: true, title: deskIn(visit.language).hours.done.off },
  })),
  row('Desk hours, extra hours removed', (visit) => ({
    told: { good: true, title: deskIn(visit.language).hours.done.extraRemoved },
    left: inside(visit),
  })),
  row('Desk hours, asked without anything', ({ language }) => {
    const of = { consultantId: 'robin', zone, now, language };
    const checked = checkHours({ ...blankHours, fromTime: '9:05' }, of);
    return 'problems' in checked ? { problems: checked.problems } : {};
  }),
];

function row(name: string, change: (visit: Visit) => Partial<HoursView>): PageState {
  return {
    name,
    page: (visit) =>
      hoursPage(visit, {
        ...insider,
        ...{ consultant: firstOf(settings.consultants), zone, now, coming: [], left: [] },
        feed: { url: 'https://sessions.example.com/feeds/robin.1.c2hvd3VwIHByZXZpZXcgIQ', number: 1 },
        ...{ typed: blankHours, problems: new Map() },
        ...change(visit),
      }),
  };
}

function listed(visit: Visit): HoursView['coming'] {
  const by = 'Kim Lee';
  return [
    { hours: afternoon, bookings: inside(visit), by },
    { hours: evening, bookings: [], by },
    { hours: christmas, bookings: [], by },
  ];
}

function inside({ language }: Visit) {
  return [tell(language.code, stories.asUsual)];
}

function hours(kind: HoursKind, from: number, to: number, reason: string): HoursException {
  const { id: consultantId } = firstOf(settings.consultants);
  return { id: `hrs_${from}`, consultantId, kind, from, to, reason, by: 'per_kim', at: now - 24 * HOUR };
}

function firstOf([first]: readonly Consultant[]): Consultant {
  if (first === undefined) throw new Error('nobody gives sessions');
  return first;
}
