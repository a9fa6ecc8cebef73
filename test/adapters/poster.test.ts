import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpPoster } from '../../lib/adapters/poster.ts';
import { guardedLookup, mayReach, reachOf, whyNotPost } from '../../lib/adapters/public-address.ts';

const local = { loopback: true };
const deployed = { loopback: false };
const post = { headers: { 'webhook-id': 'evt_1' }, body: '{"a":"ü"}' };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
}

describe('an address', () => {
  it.each([
    ...['10.1.2.3', '172.16.0.1', '192.168.0.1', '127.0.0.1', '127.8.8.8', '0.0.0.0', '169.254.169.254'],
    ...['100.64.0.1', '192.0.0.170', '192.0.2.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:10.0.0.1', '::ffff:7f00:1'],
    ...['64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001::1', 'localhost', 'x', ''],
  ])('%s is not of the public internet', (address) => {
    expect(mayReach(address, deployed)).toBe(false);
  });

  it.each(['8.8.8.8', '93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:8.8.8.8'])(
    '%s is',
    (address) => {
      expect(mayReach(address, deployed)).toBe(true);
    },
  );

  it('of loopback is allowed by what the local cloud says, and by nothing else', () => {
    expect(mayReach('127.0.0.1', reachOf({ LOOPBACK_WEBHOOKS: 'allowed' }))).toBe(true);
    expect(mayReach('10.0.0.1', reachOf({ LOOPBACK_WEBHOOKS: 'allowed' }))).toBe(false);
    for (const said of [undefined, '', 'true', '1']) {
      expect(reachOf({ LOOPBACK_WEBHOOKS: said })).toEqual(deployed);
    }
  });

  it.each([
    ['nonsense', 'not-an-address'],
    ['ftp://8.8.8.8/', 'not-an-address'],
    ['https://ada:secret@8.8.8.8/', 'not-an-address'],
    ['https://8.8.8.8/#there', 'not-an-address'],
    ['http://8.8.8.8/', 'not-https'],
    ['https://10.0.0.1/', 'not-public'],
    ['https://[::1]/', 'not-public'],
    ['https://0x7f.1/', 'not-public'],
    ['https://2130706433/', 'not-public'],
    ['https://localhost/', 'not-public'],
    ['https://no-such-host.invalid/', 'not-found'],
    ['https://8.8.8.8/hooks', undefined],
  ])('%s: %s', async (url, why) => {
    expect(await whyNotPost(url, deployed)).toBe(why);
  });

  it('of plain HTTP is for loopback on one machine alone', async () => {
    expect(await whyNotPost('http://127.0.0.1:9/', local)).toBeUndefined();
    expect(await whyNotPost('http://8.8.8.8/', local)).toBe('not-https');
  });
});

describe('a post', () => {
  it('brings its headers and body, and gives the status with the beginning of the answer', async () => {
    let seen: unknown;
    const url = await serve((request, response) => {
      request.setEncoding('utf8').on('data', (body: string) => {
        const { 'webhook-id': id, 'content-type': type } = request.headers;
        seen = { id, type, body };
        response.writeHead(503).end(`no\n\u0007 ${'x'.repeat(100_000)}`);
      });
    });
    const { status, said } = await httpPoster({ reach: local })(url, post);
    expect(seen).toEqual({ id: 'evt_1', type: 'application/json', body: post.body });
    expect([status, said.length, said.slice(0, 5)]).toEqual([503, 200, 'no xx']);
  });

  it('follows no redirect', async () => {
    const asked: unknown[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await httpPoster({ reach: local })(url, post)).toEqual({ status: 307, said: '' });
    expect(asked).toEqual(['/hooks']);
  });

  it('waits so long and no longer, also for an answer that begins and never ends', async () => {
    const silent = await serve(() => undefined);
    const endless = await serve((_, response) => void response.writeHead(200).write('x'));
    for (const url of [silent, endless]) {
      const answer = await httpPoster({ reach: local, timeoutMs: 50 })(url, post);
      expect(answer).toEqual({ said: 'no answer within 0.05 s' });
    }
  });

  it('never rejects, and says what went wrong', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await httpPoster({ reach: local })(url, post)).toEqual({ said: 'ECONNRESET' });
  });

  it('to what is not public connects to nothing, be it an address or a name that leads there', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.end();
    });
    const port = new URL(url).port;
    for (const to of [
      url,
      `https://127.0.0.1:${port}/`,
      `https://localhost:${port}/`,
      `https://[::ffff:127.0.0.1]:${port}/`,
    ]) {
      expect(await httpPoster({ reach: deployed })(to, post)).toEqual({ said: 'NOT_PUBLIC' });
    }
    expect(asked).toBe(0);
  });

  it('looks a name up as what it connects to: a name that leads elsewhere a moment later leads nowhere', async () => {
    const lookUp = (all: boolean) =>
      new Promise((resolve) =>
        guardedLookup(deployed)('localhost', { all }, (error) => resolve(error?.message)),
      );
    for (const all of [true, false]) expect(await lookUp(all)).toContain('nothing is posted to');
  });
});
