import type { SeenBooking, SeenPage, Subject, World } from '../world.ts';
import { holds, type Person, peopleIn } from './private.ts';
import { seesPeople } from './stated-rules.ts';
import type { Found, Invariant } from './violation.ts';

export const privatePages: Invariant = {
  name: 'private pages',
  says: 'A page shows whom it is about to who may see it, nothing of anybody else, and no secret.',
  find: ({ world }) => {
    const people = peopleIn(world);
    return world.pages.flatMap((page) =>
      [...answered(page), ...foreignOn(world, people, page), ...secretOn(world, page)].map((what) => ({
        sentence: `${placeOf(page)} ${what}.`,
        ...aboutBooking(page),
      })),
    );
  },
};

function placeOf({ route, path, by }: SeenPage): string {
  return `The page ${route} (${withoutSecrets(path)}), seen by a ${by.as},`;
}

const withoutSecrets = (path: string): string => path.replaceAll(/\.[\w-]{16,}/gu, '');

const aboutBooking = ({ about }: SeenPage): Pick<Found, 'bookingId'> =>
  about.of === 'booking' ? { bookingId: about.id } : {};

/** Who isn't signed in is sent to do so; to others what is not theirs is as if it were not there. */
const refusals = [303, 401, 403, 404];

function answered({ may, status }: SeenPage): string[] {
  if (status === 0 || status >= 500) return [`was answered with ${status}`];
  if (may && status >= 400) return [`was refused with ${status}`];
  return may || refusals.includes(status) ? [] : [`was answered with ${status}, and is not for them`];
}

/** What a page may show: of whom, and which of their bookings. */
interface Shown {
  readonly people: (person: Person) => boolean;
  readonly bookings: (booking: SeenBooking) => boolean;
}

function foreignOn(world: World, people: readonly Person[], page: SeenPage): string[] {
  const shown = shownOn(world, page);
  const own = people.filter(shown.people).flatMap(identityOf);
  // Who asks by a name learns nothing from the name itself.
  const given = decodeURIComponent(page.path);
  const has = (value: string): boolean =>
    !own.includes(value) && !holds(given, value) && holds(page.content, value);
  const foreign = people.filter((person) => !shown.people(person));
  const booking = world.bookings.find(
    ({ id }) => page.content.includes(id) && !given.includes(id) && !isAmong(id),
  );
  function isAmong(id: string): boolean {
    return world.bookings.some((one) => one.id === id && shown.bookings(one));
  }
  return [
    ...(foreign.some((person) => identityOf(person).some(has))
      ? ['has the name, address or number of somebody else']
      : []),
    ...(booking === undefined ? [] : [`names ${booking.id}`]),
    ...(otherCompanies(world, page).some(has) ? ['has the name or code of another company'] : []),
  ];
}

const identityOf = ({ email, names, mobiles }: Person): string[] => [email, ...names, ...mobiles];

function shownOn(world: World, { by, about }: SeenPage): Shown {
  const { people, bookings } = shownAbout(about);
  if (by.as === 'staff') {
    const staff = new Set(
      world.accounts.filter(({ company }) => company === undefined).map(({ email }) => email),
    );
    return { people: (person) => staff.has(person.email) || people(person), bookings };
  }
  if (by.as !== 'member') return { people, bookings };
  const viewer = world.accounts.find(({ email }) => email === by.email);
  if (viewer === undefined || !seesPeople.includes(viewer.level ?? '')) return { people, bookings };
  // They see who there is, and which no-shows and late changes count against the company.
  const isTheirs = ({ company }: { readonly company?: string }): boolean => company === viewer.company;
  return {
    people: (person) => people(person) || isTheirs(person) || person.bookings.some(isTheirs),
    bookings: (booking) => bookings(booking) || (isTheirs(booking) && hasBeen(booking, ...countsAgainst)),
  };
}

const countsAgainst = ['no-show-recorded', 'cancelled', 'rescheduled'];

const hasBeen = ({ history }: SeenBooking, ...types: readonly string[]): boolean =>
  history.some(({ type }) => types.includes(type));

function shownAbout(about: Subject): Shown {
  const ofThese = (bookings: Shown['bookings']): Shown => ({
    people: (person) => person.bookings.some(bookings),
    bookings,
  });
  switch (about.of) {
    case 'nobody':
      return { people: () => false, bookings: () => false };
    case 'posts':
      return { people: () => false, bookings: () => true };
    case 'booking':
      return ofThese(({ id }) => id === about.id);
    case 'person':
      return { people: ({ email }) => email === about.email, bookings: ({ email }) => email === about.email };
    case 'company': {
      const { people, bookings } = ofThese(({ company }) => company === about.id);
      return { people: (person) => person.company === about.id || people(person), bookings };
    }
    case 'consultant':
      return ofThese(
        ({ consultant, history }) =>
          consultant === about.id || history.some(({ consultantId }) => consultantId === about.id),
      );
    case 'days':
      return ofThese(({ start, end }) => start < about.until && end > about.from);
    case 'waiting':
      return ofThese(
        (booking) =>
          booking.history.some(({ approval }) => approval) ||
          hasBeen(booking, 'no-show-contested', ...countsAgainst),
      );
  }
}

/** To our staff all companies are known. */
function otherCompanies({ companies, accounts, bookings }: World, { by }: SeenPage): string[] {
  if (by.as === 'staff') return [];
  const own =
    by.as === 'member'
      ? accounts.find(({ email }) => email === by.email)?.company
      : by.as === 'holder'
        ? bookings.find(({ id }) => id === by.booking)?.company
        : undefined;
  return companies.filter(({ id }) => id !== own).flatMap(({ name, code }) => [name, code]);
}

/** What opens something to whoever has it: a booking's link, one that sets a password, a session, and what is kept. */
function secretOn(world: World, { by, about, path, content }: SeenPage): string[] {
  const given = decodeURIComponent(path);
  const isGiven = (value: string): boolean => given.includes(value);
  const own = new Set(
    by.as === 'holder'
      ? [by.booking]
      : world.bookings.filter(({ email }) => by.as === 'member' && email === by.email).map(({ id }) => id),
  );
  // What a link to join opens can be passed on, and must lead to nothing else.
  const passedOn = given.startsWith('/join/');
  const links = [...content.matchAll(/\b(bkg_\w+)\.[\w-]{22}(?![\w-])/gu)].filter(
    ([token, id = '']) => !isGiven(token) && (passedOn || !own.has(id)),
  );
  const told = world.secrets.filter(
    ({ value, consultant }) =>
      content.includes(value) &&
      !isGiven(value) &&
      !(by.as === 'staff' && about.of === 'consultant' && about.id === consultant),
  );
  return [
    ...(links.length > 0 ? ['has a link that is not its own'] : []),
    ...(/\bper_\w+\.\d+\.\d+\.[\w-]{22}(?![\w-])/u.test(content.replaceAll(given, ''))
      ? ['has a link that sets a password']
      : []),
    ...(/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/u.test(content) ? ['has the token of a session'] : []),
    ...[...new Set(told.map(({ what }) => what))].map((what) => `has ${what}`),
  ];
}
