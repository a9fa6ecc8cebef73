import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import type { CallFault } from '../../local/hostile/fault.ts';
import { OtherSystem } from '../../local/hostile/other-system.ts';
import { signInDeeds } from '../../simulation/actors-sign-in.ts';
import { sessionIn } from '../../simulation/browser.ts';
import { Scene } from '../../simulation/scene.ts';
import type { Answered, Script } from '../../simulation/script.ts';
import { setStage } from '../../simulation/stage.ts';

/** Calls that no role signs, or that go to others than AWS: what strikes them knows by itself whose they are. */
const start = Date.parse('2026-12-01T12:02:00Z');
const minute = 60_000;

const call = (
  name: string,
  action: string,
  how: CallFault['how'],
  more: Partial<CallFault> = {},
): CallFault => ({ id: `${action} ${how}`, kind: 'call', function: name, action, nth: 1, how, ...more });

const faults = [
  call('portal', 'cognito-idp:AdminInitiateAuth', 'dies-after'),
  call('portal', 'cognito-idp:RevokeToken', 'fails-before', { times: 3 }),
  call('portal', 'cognito-idp:AdminSetUserPassword', 'fails-after', { times: 3 }),
  call('portal', 'cognito-idp:AdminUserGlobalSignOut', 'throttled'),
  call('deliver', 'http:Post', 'fails-before'),
  call('deliver', 'http:Post', 'cut-after', { nth: 2 }),
  call('deliver', 'http:Post', 'throttled', { nth: 4 }),
  call('deliver', 'http:Post', 'slow', { nth: 5 }),
];

const script: Script = {
  ...{ seed: 5, start: new Date(start).toISOString(), acts: [], faults },
  cast: {
    companies: [{ id: 'north-pier', name: 'North Pier', code: 'NORTH-2026', afterHours: false }],
    people: [
      ...(['Ada Moss', 'Ben Frey'] as const).map((name, index) => ({
        ...{ id: `p${index}`, name, email: `p${index}@people.example`, company: 'north-pier' },
        ...({ account: 'member', signsIn: true } as const),
      })),
      { id: 'staff', name: 'Sam Okoye', email: 'sam@staff.example', account: 'staff', signsIn: true },
    ],
  },
};

let cloud: Cloud;
let other: OtherSystem;
let scene: Scene;
beforeAll(async () => {
  const assembly = await (await fetch(`${inject('assemblies')}/fixture-config-accounts`)).text();
  const hostile = { seed: script.seed, faults };
  cloud = await startCloud({ port: 0, now: start, assembly, cold: true, hostile, print: () => undefined });
  if (cloud.hostile === undefined) throw new Error('the world behaves');
  other = await OtherSystem.open(cloud.hostile, cloud.clock);
  await setStage(cloud, script, other.url);
  scene = new Scene(cloud, script);
}, 60_000);
afterAll(async () => {
  other.close();
  scene.staff.close();
  await cloud.stop();
});

const struck = (action: string, how: string) =>
  (cloud.hostile?.strikes() ?? [])
    .filter(({ fault }) => fault === `${action} ${how}`)
    .map((strike) => strike.function);
const statuses = (answers: readonly Answered[], method: string, path: string) =>
  answers.filter((one) => one.method === method && one.path.startsWith(path)).map(({ status }) => status);

it('strikes signing in, and signing out, which nobody signs', async () => {
  const act = { id: 'a', at: start, do: 'sign-in', who: 'p0', password: 'right', leaves: true } as const;
  const { answers } = await signInDeeds['sign-in'](scene, act);
  // The function died before it could tell, and a second try began a session of its own.
  expect(statuses(answers, 'POST', '/sign-in')).toEqual([500, 303]);
  expect(answers.map((answer) => sessionIn(answer)).filter((given) => given !== 'none')).toEqual(['whole']);
  expect(struck('cognito-idp:AdminInitiateAuth', 'dies-after')).toEqual([expect.stringMatching(/portal/iu)]);
  expect(statuses(answers, 'GET', '/portal')).toEqual([200, 303]);
  expect(statuses(answers, 'POST', '/sign-out')).toEqual([500, 303]);
  expect(struck('cognito-idp:RevokeToken', 'fails-before')).toHaveLength(3);
});

it('strikes setting a password: who presses again has set it, and the one before signs nobody in', async () => {
  const act = { id: 'n', at: cloud.clock.now(), do: 'new-password', who: 'p1' } as const;
  const { answers } = await signInDeeds['new-password'](scene, act);
  expect(statuses(answers, 'POST', '/password/')).toEqual([500, 303]);
  expect(struck('cognito-idp:AdminSetUserPassword', 'fails-after')).toHaveLength(3);
  expect(struck('cognito-idp:AdminUserGlobalSignOut', 'throttled')).toHaveLength(1);
  expect(statuses(answers, 'POST', '/sign-in')).toEqual([422, 303]);
});

it('strikes posts to another system: each event reaches it, twice where its answer was lost', async () => {
  const book = (hour: number) =>
    scene.ask({
      ...{ method: 'POST', path: '/v1/bookings', headers: { 'idempotency-key': `key ${hour}` } },
      json: {
        ...{ sessionType: 'live-60', start: `2026-12-03T${hour}:00:00Z`, timeZone: 'America/New_York' },
        ...{ attendee: { name: 'Ada Moss', email: 'p0@people.example' }, companyCode: 'NORTH-2026' },
      },
    });
  const ids: string[] = [];
  for (const hour of [15, 17, 19]) {
    for (const { body } of await book(hour)) ids.push((body as { readonly id: string }).id);
    // Until the second try, and the third.
    await cloud.clock.advance(7 * minute);
  }
  const taken = other.taken().map(({ headers }) => headers['webhook-id']);
  expect(new Set(taken)).toEqual(new Set(ids.map((id) => `evt_${id}_1`)));
  expect(taken.filter((id) => id === taken[0])).toHaveLength(2);
  expect(taken).toHaveLength(4);
  for (const how of ['fails-before', 'cut-after', 'throttled', 'slow'])
    expect(struck('http:Post', how)).toEqual([expect.stringMatching(/deliver/iu)]);
});
