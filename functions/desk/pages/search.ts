import { isBookingId } from '../../../lib/app/booking-page.ts';
import { searchDesk } from '../../../lib/app/desk/search.ts';
import { soughtIn } from '../../../lib/domain/desk-sought.ts';
import { mobilesIn } from '../../../lib/http/mobiles-in.ts';
import { sessionPath } from '../../../lib/pages/desk/card.tsx';
import { LONGEST_SEARCH, searchPage } from '../../../lib/pages/desk/search-page.tsx';
import { deskIn } from '../../../lib/pages/language/desk.ts';
import { pageResult, seeOther } from '../../../lib/pages/page.tsx';
import type { Told } from '../../../lib/pages/portal/told.tsx';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { DeskPageHandler } from '../handler.ts';
import { insiderOf } from '../insider.ts';

/** What is found of what was typed. A whole id of a booking leads straight there. */
export const showDeskSearch: DeskPageHandler = async (deps, _, visit, viewer) => {
  const text = visit.query.get('q')?.trim() ?? '';
  const sought =
    text.length > LONGEST_SEARCH ? undefined : soughtIn(text, mobilesIn(text, deps.settings.texts.countries));
  const found = await searchDesk(deps, sought);
  const [only] = found.bookings.items;
  if (sought?.by === 'id' && isBookingId(sought.beginning) && only !== undefined)
    return seeOther(visit, sessionPath(visit, only.id));
  const told = erasedIn(visit);
  const insider = await insiderOf(deps, viewer);
  const view = { insider, now: deps.now(), text, ...found, ...(sought && { sought }), ...(told && { told }) };
  return pageResult(visit, searchPage(visit, view));
};

/** What the address says of somebody who was just erased: their own page is no more. */
function erasedIn({ query, language }: Visit): Told | undefined {
  const [, bookings, numbers] = /^(\d{1,6})\.(\d{1,6})$/u.exec(query.get('erased') ?? '') ?? [];
  if (bookings === undefined || numbers === undefined) return undefined;
  const { title, text } = deskIn(language).search.erased;
  return { good: true, title, text: text(Number(bookings), Number(numbers)) };
}
