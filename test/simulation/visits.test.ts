import { expect, it } from 'vitest';
import { routes } from '../../lib/http/routes.ts';
import { groundsOf } from '../../simulation/crawl/grounds.ts';
import { unvisited, visitsOf } from '../../simulation/crawl/visits.ts';
import { booking, joinedLife, mailsOf, missedLife, worldOf } from './made-up-world.ts';

const mac = 'A'.repeat(22);
const bookings = [
  booking('bkg_a', joinedLife()),
  booking('bkg_b', missedLife(), { email: 'ben@people.example', name: 'Ben Frey' }),
];
const accounts = [
  { id: 'per_a', email: 'ada@people.example', name: 'Ada Moss', company: 'pier', level: 'basic' },
  { id: 'per_b', email: 'ben@people.example', name: 'Ben Frey', company: 'mill', level: 'basic' },
  { id: 'per_m', email: 'mina@people.example', name: 'Mina Sato', company: 'pier', level: 'manager' },
];
const mails = bookings.flatMap(mailsOf).map((mail) => ({
  ...mail,
  content: mail.content.replace(/\/manage\/(bkg_.)\S+/u, `/manage/$1.${mac} /join/$1.${mac}`),
}));
const companies = ['pier', 'mill'].map((id) => ({ id, name: id, code: id }));
const world = worldOf(bookings, { accounts, mails, companies, webhooks: [{ id: 'whk_1' }] });
const grounds = groundsOf(world, new Set(accounts.map(({ id }) => id)), [
  { consultant: 'robin', token: 'robin.1.x' },
]);
const visits = visitsOf(routes, grounds, 'America/New_York');

it('leads to every page and all data that a route gives: a new one must be given a way', () => {
  expect(unvisited(routes)).toEqual([]);
  const added = [
    { name: 'showDiary', method: 'GET', path: '/portal/diary' },
    { name: 'renamePerson', method: 'POST', path: '/v1/portal/people/{personId}/name' },
  ] as const;
  expect(unvisited([...routes, ...added])).toEqual(['showDiary', 'renamePerson']);
});

it('is made by who may and by who may not, wherever somebody must be signed in or have a link', () => {
  const guarded = routes.filter(
    ({ method, path, ...route }) => method === 'GET' && ('needs' in route || path.includes('{token}')),
  );
  for (const { name } of guarded.filter(
    (route) => route.name !== 'showPassword' && route.name !== 'getFeed',
  )) {
    const theirs = visits.filter(({ route }) => route === name).map(({ may }) => may);
    expect(new Set(theirs), name).toEqual(new Set([true, false]));
  }
});

it("asks for others' sessions and people as a member, and follows a link that is made of two", () => {
  const tried = visits.filter(({ method }) => method === 'POST');
  expect(new Set(tried.map(({ may }) => may))).toEqual(new Set([false]));
  expect(tried).toContainEqual(
    expect.objectContaining({
      path: '/v1/portal/bookings/bkg_b/cancel',
      by: { as: 'member', email: 'ada@people.example' },
    }),
  );
  expect(visits).toContainEqual(
    expect.objectContaining({
      route: 'showManaged',
      may: false,
      by: { as: 'holder', booking: expect.any(String) },
    }),
  );
});
