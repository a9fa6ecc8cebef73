import { describe, expect, it } from 'vitest';
import { privatePages } from '../../simulation/invariants/private-pages.ts';
import type { SeenPage, World } from '../../simulation/world.ts';
import { booking, HOUR, joinedLife, missedLife, START, script, worldOf } from './made-up-world.ts';

const mac = 'A'.repeat(22);
const adas = booking('bkg_a', joinedLife(), { company: 'pier', mobile: '+12025550200' });
const kims = missedLife().map((event) =>
  event.type === 'booked' ? { ...event, consultantId: 'kim' } : event,
);
const bens = booking('bkg_b', kims, {
  ...{ email: 'ben@people.example', name: 'Ben Frey', company: 'mill' },
  ...{ consultant: 'kim', start: START + 48 * HOUR, end: START + 49 * HOUR },
});
const others = booking('bkg_c', joinedLife(), { email: 'ada@people.example', start: START + HOUR });

const account = (name: string, company?: string, level = 'basic') => {
  const email = `${name.split(' ')[0]?.toLowerCase()}@people.example`;
  return { id: `per_${name}`, name, email, ...(company ? { company, level } : {}) };
};

const feed = { what: "the secret of a consultant's feed", value: 'feed-secret', consultant: 'robin' };
const kept: Partial<World> = {
  accounts: [
    ...[account('Ada Moss', 'pier'), account('Ben Frey', 'mill'), account('Cleo Aziz', 'pier')],
    ...[account('Mina Sato', 'pier', 'manager'), account('Sam Okoye')],
  ],
  companies: [
    { id: 'pier', name: 'North Pier', code: 'NORTH-2026' },
    { id: 'mill', name: 'Quiet Mill', code: 'QUIET-2026' },
  ],
  secrets: [feed, { what: 'a password', value: 'showup-Demo-1' }],
};

/** What Ada sees of her session by its link, but for what is said otherwise. */
const byLink: SeenPage = {
  ...{ route: 'showManaged', path: `/manage/bkg_a.${mac}`, status: 200, may: true },
  ...{ by: { as: 'holder', booking: 'bkg_a' }, about: { of: 'booking', id: 'bkg_a' } },
  content: `Ada Moss, North Pier, /manage/bkg_a.${mac}`,
};
const byAda: SeenPage = {
  ...byLink,
  ...{ route: 'showMyBookings', path: '/portal/bookings', by: { as: 'member', email: 'ada@people.example' } },
  about: { of: 'person', email: 'ada@people.example' },
};
const byMina: SeenPage = {
  ...{ ...byAda, route: 'showPeople', path: '/portal/people' },
  ...{ by: { as: 'member', email: 'mina@people.example' }, content: 'Ada Moss, Cleo Aziz, Mina Sato' },
  about: { of: 'person', email: 'mina@people.example' },
};
const atDesk: SeenPage = {
  ...{ ...byLink, route: 'showDeskBooking', path: '/desk/bookings/bkg_a', by: { as: 'staff' } },
  content: 'Ada Moss, ada@people.example, seen by Sam Okoye',
};
const joining: SeenPage = { ...byLink, route: 'showJoin', path: `/join/bkg_a.${'B'.repeat(22)}` };
const refused: SeenPage = { ...byLink, about: { of: 'nobody' }, may: false, status: 404, content: '' };

function found(page: SeenPage): string[] {
  const world = worldOf([adas, bens, others], { ...kept, pages: [page] });
  return privatePages
    .find({ script, world, log: [] })
    .map(({ sentence }) => sentence.replace(/^.*, seen by \S+ \S+, /u, ''));
}

const hours = { route: 'showHours', about: { of: 'consultant', id: 'robin' } } as const;
const ofDay = { of: 'days', from: START - HOUR, until: START + 12 * HOUR } as const;

it.each<[string, SeenPage]>([
  ['her session by its link', byLink],
  ['her sessions in the portal', byAda],
  ["a manager the company's people", byMina],
  ['our staff a session', atDesk],
  ['our staff a person with all their sessions', { ...atDesk, about: byAda.about, content: 'bkg_a, bkg_c' }],
  ["our staff the address of a consultant's feed", { ...atDesk, ...hours, content: 'feed-secret' }],
  ['our staff a day', { ...atDesk, route: 'showDesk', about: ofDay, content: 'Ada Moss, bkg_a' }],
  ['who is sent to sign in the address that they gave', { ...refused, status: 303, content: byLink.path }],
])('shows %s', (_, page) => {
  expect(found(page)).toEqual([]);
});

const somebodyElse = 'has the name, address or number of somebody else.';

/** What somebody sees who shouldn't, and what is said of it. */
const broken: readonly (readonly [what: string, page: SeenPage, said: string])[] = [
  ["another's session behind a link", { ...byLink, content: 'Ben Frey' }, somebodyElse],
  ['another session of their own behind a link', { ...byLink, content: 'bkg_c' }, 'names bkg_c.'],
  ["another's session in the portal", { ...byAda, content: 'bkg_b' }, 'names bkg_b.'],
  ["the company's people, as a Basic", { ...byAda, content: 'Cleo Aziz' }, somebodyElse],
  ["another company's people, as a manager", { ...byMina, content: 'ben@people.example' }, somebodyElse],
  [
    "another company's code",
    { ...byAda, content: 'Your code is QUIET-2026.' },
    'has the name or code of another company.',
  ],
  [
    'a link of another session',
    { ...byLink, content: `/manage/bkg_b.${mac}` },
    'has a link that is not its own.',
  ],
  [
    'the link that manages, who was passed on the one that joins',
    { ...joining, content: `/manage/bkg_a.${mac}` },
    'has a link that is not its own.',
  ],
  [
    'a link that manages, at the desk',
    { ...atDesk, content: `bkg_a.${mac}` },
    'has a link that is not its own.',
  ],
  ["somebody unrelated on a session's page at the desk", { ...atDesk, content: 'Ben Frey' }, somebodyElse],
  ["another consultant's session in a feed", { ...atDesk, ...hours, content: 'bkg_b' }, 'names bkg_b.'],
  ["another day's session", { ...atDesk, route: 'showDesk', about: ofDay, content: 'bkg_b' }, 'names bkg_b.'],
  [
    "a company's page with people of another",
    { ...atDesk, about: { of: 'company', id: 'pier' }, content: 'Ben Frey' },
    somebodyElse,
  ],
  ["the address of a feed, on a session's page", { ...atDesk, content: 'feed-secret' }, `has ${feed.what}.`],
  ['a password', { ...byAda, content: 'showup-Demo-1' }, 'has a password.'],
  [
    'a link that sets a password',
    { ...byMina, content: `/password/per_x.1.1764500000000.${mac}` },
    'has a link that sets a password.',
  ],
  [
    'the token of a session',
    { ...atDesk, content: 'eyJhbGciOiJS.eyJzdWIiOiJwZXI.c2lnbmF0dXJl' },
    'has the token of a session.',
  ],
  ['what is not for them', { ...refused, status: 200 }, 'was answered with 200, and is not for them.'],
  [
    "that another's session is there",
    { ...refused, status: 409 },
    'was answered with 409, and is not for them.',
  ],
  ['what is not for them, in a refusal', { ...refused, content: 'Ben Frey' }, somebodyElse],
  ['nothing, though it is theirs', { ...byLink, status: 404 }, 'was refused with 404.'],
  ['a failure of ours', { ...byLink, status: 500 }, 'was answered with 500.'],
];

describe('finds that somebody is shown', () => {
  it.each(broken.map(([what, page, said]) => ({ what, page, said })))('$what', ({ page, said }) => {
    expect(found(page)).toContain(said);
  });
});
