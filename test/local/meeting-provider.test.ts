import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyOf } from '../../lib/adapters/attendance-keys.ts';
import { readPost } from '../../lib/http/standard-webhook.ts';
import { Dial } from '../../local/clock.ts';
import { readJoin } from '../../local/console/fields.ts';
import { MeetingProvider } from '../../local/meeting-provider.ts';

const now = Date.parse('2026-11-24T15:02:00Z');
const secret = 'abcDEF0123456789'.repeat(4);
const posts: { url: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
let server: Server;
const fail = (error: unknown): never => {
  throw error;
};
let provider: MeetingProvider;

beforeAll(async () => {
  server = createServer((request, response) => {
    text(request).then((body) => {
      posts.push({ url: request.url, headers: request.headers, body });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"recorded":true}');
    }, fail);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider = new MeetingProvider({ site, clock: new Dial(now), secret: () => secret });
});
afterAll(() => server.close());

it('posts who joined, with a signature that the site can check, at the time of its clock', async () => {
  const join = readJoin({ conferenceId: '200 300 101', at: '2026-11-24T15:01:00Z', messageId: 'msg_1' }, now);
  expect(await provider.tell(join)).toEqual({ status: 200, body: { recorded: true } });
  const [post] = posts;
  expect(post?.url).toBe('/webhooks/attendance');
  const headers = post?.headers as Record<string, string>;
  const { id, body } = readPost({ headers, body: post?.body ?? '' }, [keyOf(secret)], now);
  expect(id).toBe('msg_1');
  expect(JSON.parse(body)).toEqual({
    type: 'participant.joined',
    timestamp: expect.stringMatching(/^2026-11-24T15:02:0/u),
    data: { conferenceId: '200 300 101', joinedAt: '2026-11-24T15:01:00.000Z' },
  });
});

it.each([
  [{ bookingId: 'x' }, 'bookingId'],
  [{ booking: 7 }, 'booking'],
  [{ booking: 'x', at: 'soon' }, 'at'],
])('is not told of %j', (fields, field) => {
  expect(() => readJoin(fields, now)).toThrow(field);
});
