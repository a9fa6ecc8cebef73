import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from './accounts/client.ts';
import { minutesAfter, Showup } from './showup.ts';

let showup: Showup;

beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

it('the provider of the meetings tells who joined, signed with the secret of the stack, and the session goes on', async () => {
  const start = '2026-12-02T15:00:00Z';
  const { id, consultant } = await showup.book({ start, email: 'joins@example.com', mobile: '+15550100088' });
  await showup.clockTo(minutesAfter(start, 3));
  const host = await showup.join({ booking: id, role: 'host' });
  expect(host).toEqual({ status: 200, answer: { recorded: false, because: 'host' } });
  const conferenceId = consultant.id === 'robin' ? '200 300 101' : '200 300 102';
  const same = { conferenceId, messageId: 'msg_one' };
  const joined = { status: 200, answer: { recorded: true, booking: id } };
  expect(await showup.join(same)).toEqual(joined);
  expect(await showup.join(same)).toEqual(joined);
  await showup.clockTo(minutesAfter(start, 20));
  expect(await showup.textsTo('+15550100088')).toEqual([]);
  const staff = await Client.signedIn(showup, 'staff@example.com');
  const { json } = await staff.get(`/v1/desk/bookings/${id}`);
  expect(json).toMatchObject({ status: 'in_progress', attendance: { evidence: 'provider' } });
  expect(json.events.filter(({ type }: { type: string }) => type === 'attendee-joined')).toHaveLength(1);
});

it('a post without a signature, or of somebody who has not the secret, changes nothing', async () => {
  const post = {
    type: 'participant.joined',
    timestamp: await showup.now(),
    data: { conferenceId: '200 300 101' },
  };
  const headers = {
    'webhook-id': 'msg_forged',
    'webhook-timestamp': String(Math.floor(Date.parse(await showup.now()) / 1000)),
    'webhook-signature': `v1,${Buffer.alloc(32, 7).toString('base64')}`,
  };
  for (const sent of [{}, headers]) {
    const { status, body } = await showup.post('/webhooks/attendance', post, sent);
    expect([status, body.code]).toEqual([400, 'invalid-input']);
  }
});
