import { may } from '../../domain/people/permissions.ts';
import type { Page } from '../page.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { CsrfField } from './csrf-field.tsx';
import type { Insider } from './insider.ts';

type Place = 'profile' | 'bookings' | 'people';

const paths: Readonly<Record<Place, string>> = {
  profile: '/portal',
  bookings: '/portal/bookings',
  people: '/portal/people',
};

/** A page of the portal, with the way to the others and out. */
export function portalPage(
  visit: Visit,
  insider: Insider,
  here: Place,
  page: Omit<Page, 'nav' | 'holdsToken'>,
): Page {
  // Not to be indexed, although nobody could: the pages of bookings are linked with their tokens.
  return { ...page, holdsToken: true, nav: <Ways visit={visit} insider={insider} here={here} /> };
}

function Ways({
  visit,
  insider: { person, csrf },
  here,
}: {
  readonly visit: Visit;
  readonly insider: Insider;
  readonly here: Place;
}) {
  const { nav } = visit.language.portal;
  const places: readonly Place[] = may(person.level, 'see-people')
    ? ['profile', 'bookings', 'people']
    : ['profile', 'bookings'];
  return (
    <div class="portal">
      <nav aria-label={nav.label}>
        {places.map((place) => (
          <a href={hrefOf(visit, paths[place])} aria-current={place === here ? 'page' : undefined}>
            {nav[place]}
          </a>
        ))}
        <a href={hrefOf(visit, '/book')}>{nav.book}</a>
      </nav>
      <form method="post" action={hrefOf(visit, '/sign-out')}>
        <CsrfField csrf={csrf} />
        <button type="submit" class="plain">
          {nav.signOut}
        </button>
      </form>
    </div>
  );
}
