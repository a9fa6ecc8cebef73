import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Showup } from '../showup.ts';
import { Client } from './client.ts';
import { newAccount } from './new-account.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.startWith('fixture-config-accounts');
});
afterAll(() => showup.stop());

describe('a free session over the API', () => {
  it('is for people with an account of the company, however their address is written', async () => {
    const booked = await showup.tryToBook({ email: 'Member+phone@example.com' });
    expect(booked.status).toBe(201);
    await showup.settle();
    expect(await showup.subjects('Member+phone@example.com')).toHaveLength(1);
  });

  it('is refused to others, who are told how to get an account, and then book', async () => {
    const wishes = { email: 'nina@example.com', start: '2026-12-03T10:00:00-05:00' };
    const refused = await showup.tryToBook(wishes);
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'account-required', accountsUrl: `${showup.site}/portal/people` },
    });
    expect(refused.body.detail).toContain(`${showup.site}/portal/people`);
    const manager = await Client.signedIn(showup, 'manager@example.com');
    const invited = await manager.post(
      '/v1/portal/people',
      { name: 'Nina Sol', email: wishes.email, level: 'basic' },
      await manager.csrf(),
    );
    expect(invited.status).toBe(201);
    const waiting = await showup.tryToBook(wishes);
    expect(told(waiting.body)).toEqual(told(refused.body));
    await newAccount(showup, manager, { name: 'Otto Lind', email: 'otto@example.com', level: 'basic' });
    expect((await showup.tryToBook({ ...wishes, email: 'otto@example.com' })).status).toBe(201);
  });

  it('is refused in the same words whoever the address is, and the code is told of first', async () => {
    const addresses = ['nobody@example.com', 'staff@example.com'];
    const replies = await Promise.all(addresses.map((email) => showup.tryToBook({ email })));
    expect(new Set(replies.map(({ body }) => JSON.stringify(told(body)))).size).toBe(1);
    const wrong = await showup.tryToBook({ email: 'nobody@example.com', extra: { companyCode: 'NOBODY' } });
    expect(wrong.body.code).toBe('code-not-recognised');
  });

  it('of somebody who was removed is refused from then on', async () => {
    const primary = await Client.signedIn(showup, 'primary@example.com');
    const wanted = { name: 'Pia Roth', email: 'pia@example.com', level: 'basic' };
    await newAccount(showup, primary, wanted);
    const wishes = { email: wanted.email, start: '2026-12-04T10:00:00-05:00' };
    expect((await showup.tryToBook(wishes)).status).toBe(201);
    const { json } = await primary.get('/v1/portal/people');
    const { id } = json.people.find(({ email }: { email: string }) => email === wanted.email);
    const removed = await primary.post(`/v1/portal/people/${id}/remove`, {}, await primary.csrf());
    expect(removed.status).toBe(200);
    const after = await showup.tryToBook({ ...wishes, start: '2026-12-07T10:00:00-05:00' });
    expect(after.body.code).toBe('account-required');
  });
});

/** What an answer says, without the request that it names. */
function told({ instance: _, ...rest }: Readonly<Record<string, unknown>>): object {
  return rest;
}
