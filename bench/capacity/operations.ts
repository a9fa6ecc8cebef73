import { addDays, dateAt, startOfDate } from '../../lib/domain/calendar/zone.ts';
import type { Catalogue } from '../../lib/domain/catalogue.ts';
import type { RunningCloud } from '../running-cloud.ts';
import { halfBooked } from '../slots/half-booked.ts';
import { putHalfBooked } from '../slots/put-half-booked.ts';
import { type Spent, spentOn } from './spent.ts';
import { Visitor } from './visitor.ts';
import type { TableCall } from './watched-calls.ts';

const companyCode = 'DEMO-2026';
const hour = 3_600_000;

/** What each operation spent, by what it is. */
export type Operations = ReadonlyMap<string, Spent>;

/** Does everything once, in four weeks from now on that are half booked, and gives what each took. */
export async function operateOnce(
  { cloud, table }: RunningCloud,
  calls: readonly TableCall[],
  catalogue: Catalogue,
): Promise<Operations> {
  const visitor = new Visitor(cloud);
  const found = new Map<string, Spent>();
  const measure = async (
    names: Readonly<Record<string, string>>,
    work: () => Promise<unknown>,
  ): Promise<void> => {
    const spent = await spentOn(cloud, calls, work);
    for (const [name, what] of Object.entries(names))
      found.set(what, spent(cloud.functions.find(`showup-dev-${name}`).logicalId));
  };
  const today = dateAt(catalogue.zone, cloud.clock.now());
  const [first, last] = [addDays(today, 1), addDays(today, 28)];
  await putHalfBooked(table, halfBooked(catalogue, startOfDate(catalogue.zone, first), 28, 1));
  const mobile = '+12025550001';
  const [plain, full] = ['plain@example.com', 'full@example.com'];
  let starts: readonly string[] = [];
  await measure({ api: 'slots, 28 days' }, async () => {
    starts = await visitor.slots(first, last);
  });
  // Of three days, so that none takes another's time.
  const later = starts.filter((start) => Date.parse(start) > cloud.clock.now() + 96 * hour);
  const byDate = Map.groupBy(later, (start) => start.slice(0, 10));
  const [one = '', two = '', three = ''] = [...byDate.values()].map(([start]) => start);
  let a = { id: '', start: 0, token: '' };
  let b = a;
  await measure({ api: 'book without a code, refused' }, () =>
    visitor.bookInVain({ start: one, email: plain }),
  );
  await measure({ api: 'book with code', 'on-event': 'event: booked' }, async () => {
    a = await visitor.book({ start: one, email: plain, companyCode });
  });
  await measure({ api: 'book with code and mobile', 'on-event': 'event: booked with mobile' }, async () => {
    b = await visitor.book({ start: two, email: full, mobile, companyCode });
  });
  await measure({ api: 'move', 'on-event': 'event: moved' }, async () => {
    b = await visitor.move(b, three);
  });
  await measure({ api: 'cancel', 'on-event': 'event: cancelled' }, () => visitor.cancel(a));
  await measure({ 'on-text': 'text reply', 'on-event': 'event: replied' }, () => visitor.text(mobile, '1'));
  await measure({ 'on-timer': 'timer: reminder', 'on-event': 'event: reminder due' }, () =>
    cloud.clock.moveTo(b.start - 24 * hour),
  );
  return found;
}
