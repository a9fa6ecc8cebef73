import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureCloud, start, startFixture } from './fixture-cloud.ts';

let cloud: FixtureCloud;
beforeAll(async () => {
  cloud = await startFixture();
});
afterAll(() => cloud.stop());

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request byte by byte as given: fetch would tidy path and headers. */
function send(
  method: string,
  path: string,
  headers: Record<string, string | string[]> = {},
  body?: string,
): Promise<Raw> {
  return new Promise((done, fail) => {
    const asked = request(cloud.site, { method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    asked.once('error', fail);
    asked.end(body);
  });
}

async function echo(...args: Parameters<typeof send>) {
  const { body } = await send(...args);
  return (JSON.parse(body) as { event: Record<string, unknown> }).event;
}

describe('the event of payload format 2.0', () => {
  it('has every field of a GET', async () => {
    const event = await echo('GET', '/echo/A%20b?x=1&y=%26&x=2&empty', {
      'User-Agent': 'tester/1',
      'X-Twice': ['one', 'two'],
      Cookie: 'a=1; b=2',
      'X-Forwarded-For': '203.0.113.9',
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /echo/{name}',
      rawQueryString: 'x=1&y=%26&x=2&empty',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { x: '1,2', y: '&', empty: '' },
      isBase64Encoded: false,
      headers: {
        'user-agent': 'tester/1',
        'x-twice': 'one,two',
        'x-forwarded-for': '203.0.113.9, 127.0.0.1',
        'x-forwarded-proto': 'http',
      },
      requestContext: {
        accountId: '000000000000',
        routeKey: 'ANY /echo/{name}',
        stage: '$default',
        http: { method: 'GET', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'tester/1' },
      },
    });
    expect(event).not.toHaveProperty('body');
    expect(event['headers']).not.toHaveProperty('cookie');
  });

  it('decodes the path, as HTTP APIs do', async () => {
    const event = await echo('GET', '/echo/A%20b');
    expect(event).toMatchObject({
      rawPath: '/echo/A b',
      pathParameters: { name: 'A b' },
      requestContext: { http: { path: '/echo/A b' } },
    });
  });

  it('tells the time of the dial', async () => {
    const { requestContext } = (await echo('GET', '/echo/x')) as {
      requestContext: { timeEpoch: number; time: string };
    };
    expect(requestContext.timeEpoch).toBeGreaterThanOrEqual(start);
    expect(requestContext.timeEpoch).toBeLessThan(start + 60_000);
    expect(requestContext.time).toMatch(/^23\/Nov\/2026:14:00:\d\d \+0000$/);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/xml'])(
    'passes %s as text',
    async (type) => {
      expect(await echo('POST', '/echo/x', { 'content-type': type }, '{"ä":1}')).toMatchObject({
        body: '{"ä":1}',
        isBase64Encoded: false,
      });
    },
  );

  it.each([
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'application/problem+json',
    undefined,
  ])('passes %s in base64', async (type) => {
    const event = await echo('POST', '/echo/x', type ? { 'content-type': type } : {}, 'a=1');
    expect(event).toMatchObject({ body: 'YT0x', isBase64Encoded: true });
  });

  it('gives greedy parameters whole', async () => {
    expect(await echo('GET', '/files/a/b/c')).toMatchObject({ pathParameters: { path: 'a/b/c' } });
  });
});

describe('the answer', () => {
  it('has status, headers and cookies as the function gave them', async () => {
    const given = {
      statusCode: 201,
      headers: { 'X-Mine': 1 },
      cookies: ['a=1', 'b=2; Secure'],
      body: 'made',
    };
    const answer = await send(
      'POST',
      '/do/raw',
      { 'content-type': 'application/json' },
      JSON.stringify(given),
    );
    expect(answer).toMatchObject({ status: 201, body: 'made' });
    expect(answer.headers).toMatchObject({
      'x-mine': '1',
      'set-cookie': ['a=1', 'b=2; Secure'],
      'content-type': 'text/plain;charset=utf-8',
    });
  });

  it('is decoded from base64', async () => {
    const answer = await cloud.ask('raw', { statusCode: 200, body: 'bWFkZQ==', isBase64Encoded: true });
    expect(answer.body).toBe('made');
  });

  it('is JSON with status 200 where the function gives a plain object', async () => {
    expect(await cloud.ask('raw', { mine: true })).toEqual({ status: 200, body: { mine: true } });
  });

  it.each([
    ['a status that is none', { statusCode: 'fine' }],
    ['a body that is no string', { statusCode: 200, body: { x: 1 } }],
    ['a header that HTTP cannot carry', { statusCode: 200, headers: { 'x-y': 'a\nb' } }],
  ])('is 500 for %s', async (_what, given) => {
    expect(await cloud.ask('raw', given)).toEqual({
      status: 500,
      body: { message: 'Internal Server Error' },
    });
  });

  it('is 500 when the function throws, and the operator is told why', async () => {
    expect(await cloud.ask('fail')).toEqual({ status: 500, body: { message: 'Internal Server Error' } });
    expect(cloud.printed.join('\n')).toContain('as asked');
  });

  it('is 404 for a route that is not there, HEAD included', async () => {
    expect(await send('GET', '/nowhere')).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
    expect(await send('HEAD', '/health')).toMatchObject({ status: 404, body: '' });
    expect(await send('HEAD', '/echo/x')).toMatchObject({ status: 200, body: '' });
  });

  it('is 413 for a body over 10 MB, and for an event over the 6 MB that Lambda takes', async () => {
    for (const size of [11, 7]) {
      const answer = await send(
        'POST',
        '/echo/x',
        { 'content-type': 'text/plain' },
        'x'.repeat(size * 1024 * 1024),
      );
      expect(answer).toMatchObject({ status: 413, body: '{"message":"Request Entity Too Large"}' });
    }
  });
});

describe('CORS', () => {
  it('answers a preflight of an allowed origin itself', async () => {
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'GET' };
    const answer = await send('OPTIONS', '/health', headers);
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-methods': 'GET',
      'access-control-max-age': '60',
    });
  });

  it('marks answers for an allowed origin, and no others', async () => {
    const allowed = await send('GET', '/health', { origin: 'https://shop.example' });
    expect(allowed.headers['access-control-allow-origin']).toBe('https://shop.example');
    const other = await send('GET', '/health', { origin: 'https://elsewhere.example' });
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  });
});
