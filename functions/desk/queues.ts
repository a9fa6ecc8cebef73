import { queued } from '../../lib/app/standing/queued.ts';
import { time } from '../../lib/http/booking-json.ts';
import { deskBookingJson } from '../../lib/http/desk-json.ts';
import { pageQuery } from '../../lib/http/portal-schemas.ts';
import { read, readQuery } from '../../lib/http/read.ts';
import { companyStandingJson } from '../../lib/http/standing-json.ts';
import { queueName } from '../../lib/http/standing-schemas.ts';
import { type DeskHandler, USUAL_PAGE } from './handler.ts';

export const listQueue: DeskHandler = async (deps, event) => {
  const queue = read(queueName, event.pathParameters?.['queue'], 'queue');
  const { limit = USUAL_PAGE, ...page } = readQuery(event, pageQuery);
  const { items, next } = await queued(deps, queue, { limit, ...page });
  const told = items.map(({ since, ...item }) => ({
    since: time(since),
    ...('booking' in item
      ? { booking: deskBookingJson(item.booking, deps.settings) }
      : { company: companyStandingJson(item.company, item.standing, deps.settings) }),
  }));
  return { status: 200, body: { items: told, ...(next === undefined ? {} : { next }) } };
};
