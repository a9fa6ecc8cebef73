import type { DeskSought } from '../../lib/domain/desk-sought.ts';
import { searchPage } from '../../lib/pages/desk/search-page.tsx';
import type { SearchView } from '../../lib/pages/desk/search-view.ts';
import { deskIn } from '../../lib/pages/language/desk.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { deskInsider } from './desk-session-view.ts';
import { after } from './moments.ts';
import type { PageState } from './page-state.ts';
import { ada, crates, everyone } from './portal-people.ts';
import { standingStories } from './standing-stories.ts';
import { stories } from './stories.ts';
import { tell } from './story.ts';

const nothing = { items: [], more: false };
const company = { id: crates.id, name: crates.name };

/** The search of our staff. Another state is a row. */
export const deskSearchPages: readonly PageState[] = [
  row('Desk search, before it', '', undefined, () => ({})),
  row('Desk search, by name, cut off', 'ma', { by: 'name', name: 'ma' }, () => ({
    people: {
      items: everyone.map((account) => ({ email: account.email, name: account.name, account, company })),
      more: true,
    },
    companies: { items: [crates, { ...crates, id: 'mapworks', name: 'Mapworks & Sons' }], more: false },
  })),
  row('Desk search, by mail', ada.email, { by: 'email', email: ada.email }, (visit) => ({
    people: { items: [{ email: ada.email, name: ada.name, account: ada, company }], more: false },
    bookings: { items: sessions(visit), more: true },
  })),
  row('Desk search, by number', '(555) 555-0123', { by: 'mobile', mobiles: ['+15555550123'] }, (visit) => ({
    people: { items: [{ email: ada.email, name: ada.name }], more: false },
    bookings: { items: sessions(visit), more: false },
  })),
  row(
    'Desk search, nothing found',
    'grace@example.org',
    { by: 'email', email: 'grace@example.org' },
    () => ({}),
  ),
  row('Desk search, somebody was erased', '', undefined, ({ language }) => ({
    told: {
      good: true,
      title: deskIn(language).search.erased.title,
      text: deskIn(language).search.erased.text(3, 1),
    },
  })),
];

function row(
  name: string,
  text: string,
  sought: DeskSought | undefined,
  found: (visit: Visit) => Partial<SearchView>,
): PageState {
  return {
    name,
    page: (visit) =>
      searchPage(visit, {
        ...{
          insider: deskInsider,
          now: after(3),
          text,
          people: nothing,
          companies: nothing,
          bookings: nothing,
        },
        ...(sought && { sought }),
        ...found(visit),
      }),
  };
}

function sessions({ language: { code } }: Visit) {
  return [
    tell(code, stories.asUsual),
    tell(code, standingStories.contested),
    tell(code, standingStories.declined),
  ];
}
