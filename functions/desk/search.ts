import { type DeskFound, type FoundPerson, searchDesk as search } from '../../lib/app/desk/search.ts';
import { soughtIn } from '../../lib/domain/desk-sought.ts';
import { present } from '../../lib/http/booking-json.ts';
import { deskBookingJson } from '../../lib/http/desk-json.ts';
import { deskSearchQuery } from '../../lib/http/desk-search-operations.ts';
import { mobilesIn } from '../../lib/http/mobiles-in.ts';
import { readQuery } from '../../lib/http/read.ts';
import type { DeskHandler } from './handler.ts';

export const searchDesk: DeskHandler = async (deps, event) => {
  const { q } = readQuery(event, deskSearchQuery);
  const found = await search(deps, soughtIn(q, mobilesIn(q, deps.settings.texts.countries)));
  const body = {
    people: found.people.items.map(personJson),
    companies: found.companies.items.map(({ id, name, planUntil }) => ({ id, name, planUntil })),
    bookings: found.bookings.items.map((booking) => deskBookingJson(booking, deps.settings)),
    more: parts.filter((part) => found[part].more),
  };
  return { status: 200, body };
};

const parts = ['people', 'companies', 'bookings'] as const satisfies readonly (keyof DeskFound)[];

function personJson({ email, name, account, company }: FoundPerson) {
  return present({
    email,
    name,
    person: account?.id,
    status: account?.status,
    staff: account?.staff ?? false,
    level: account === undefined || account.staff ? undefined : account.level,
    company,
  });
}
