import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStack } from '../../scripts/stack-of.ts';
import { setTextLimits } from '../../scripts/text-limits.ts';
import guarded from '../fixture-config-guarded.ts';
import { bookingBody, Showup } from './showup.ts';
import { open, press } from './visitor.ts';

const tools = 'https://tools.example.com';
let showup: Showup;
beforeAll(async () => {
  showup = await Showup.startWith('fixture-config-guarded');
});
afterAll(() => showup.stop());

/** Asks the API by its own host, past the front door. */
function askPast(path: string, method = 'GET'): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const options = {
      method,
      headers: { host: 'api.execute-api.us-east-1.amazonaws.com', 'x-showup-door': 'guessed' },
    };
    const asking = httpRequest(`${showup.site}${path}`, options, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode, body }));
    });
    asking.once('error', reject).end();
  });
}

const stack = () => readStack({ stage: 'dev', endpoint: showup.table.endpoint });

describe('the front door', () => {
  it('is the only way to the functions, but for health and signed posts', async () => {
    expect(await askPast('/health')).toMatchObject({ status: 200 });
    for (const path of ['/v1/session-types', '/book', '/portal', '/desk', '/sign-in']) {
      expect((await showup.get(path)).status, path).not.toBe(403);
      const { status, body } = await askPast(path);
      expect(status, path).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ code: 'not-allowed' });
    }
    // Refused for what it says, not for its way.
    expect((await askPast('/webhooks/attendance', 'POST')).status).toBe(400);
  });
});

it('every function behind the door has read its secret: none may that does not', async () => {
  const { unused } = (await (await fetch(`${showup.console}/grants`)).json()) as {
    readonly unused: readonly { readonly resource: string }[];
  };
  expect(unused.filter(({ resource }) => resource.includes('FrontDoor'))).toEqual([]);
});

describe('other sites', () => {
  const preflight = (origin: string) =>
    fetch(`${showup.site}/v1/bookings`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });

  it('that are named may call the API from a browser, without cookies, and no others', async () => {
    const allowed = await preflight(tools);
    expect(allowed.status).toBe(204);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-origin': tools,
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization,content-type,idempotency-key',
    });
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const read = await fetch(`${showup.site}/v1/session-types`, { headers: { origin: tools } });
    expect(read.headers.get('access-control-allow-origin')).toBe(tools);
    expect(read.headers.get('access-control-expose-headers')).toBe('location,retry-after');
  });
});

describe('limits', () => {
  it('on a mail address hold on pages and over the API together, whatever the client says of its source', async () => {
    const email = 'eager@example.com';
    const start = (day: number) => `2026-12-0${day}T15:00:00Z`;
    for (const day of [2, 3, 4]) await showup.book({ email, start: start(day) });
    const said = {
      'idempotency-key': randomUUID(),
      'x-showup-viewer': '192.0.2.9',
      'x-forwarded-for': '192.0.2.9',
    };
    const refused = await showup.post('/v1/bookings', bookingBody({ email, start: start(7) }), said);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(refused.headers.get('retry-after'))).toBe(refused.body.retryAfter);
    expect(refused.body.retryAfter).toBeLessThanOrEqual(3600);
    for (const [language, words] of [
      ['en', /Please wait \d+ minutes/u],
      ['de', /Bitte warten Sie \d+ Minuten/u],
    ] as const) {
      const page = await press(await open(`${showup.site}/book?lang=${language}`), /^(?:Next free|Nächste)/u);
      const who = { name: 'Eve Eager', email, companyCode: 'DEMO-2026' };
      const told = await press(page, /^(?:Book this session|Diesen Termin buchen)/u, who);
      expect(told.status).toBe(429);
      expect(told.text).toMatch(words);
    }
    expect((await showup.mailbox(email)).length).toBe(3);
  });

  it('on wrong company codes stop the guessing, of right ones too, until the quarter of an hour is over', async () => {
    const tryCode = (companyCode: string) =>
      showup.tryToBook({ email: `${randomUUID()}@example.com`, extra: { companyCode } });
    for (const code of ['WRONG-1', 'WRONG-2', 'WRONG-3']) {
      expect((await tryCode(code)).body.code).toBe('code-not-recognised');
    }
    for (const code of ['WRONG-4', 'DEMO-2026']) {
      expect((await tryCode(code)).body).toMatchObject({ status: 429, code: 'too-many-requests' });
    }
    const page = await open(`${showup.site}/book?company=DEMO-2026`);
    expect(page.text).toMatch(/too many wrong ones were tried from here/u);
    await showup.clockTo(Date.parse(await showup.now()) + 15 * 60_000);
    expect((await tryCode('DEMO-2026')).status).toBe(201);
  });

  it('on a source turn a crowd away in words of ours, and count what is turned away no further', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, person) =>
        showup.tryToBook({ email: `crowd-${person}@example.com`, start: '2026-12-08T15:00:00Z' }),
      ),
    );
    const codes = answers.map(({ status, body }) => `${status} ${body.code ?? ''}`);
    expect(new Set(codes)).toEqual(new Set(['201 ', '409 slot-unavailable', '429 too-many-requests']));
    expect(codes.filter((code) => code === '201 ')).toHaveLength(2);
  });
});

describe('texts', () => {
  it('are limited in countries and in what they cost, once, by what a deployment sets at its end', async () => {
    const { outputs, clientConfig } = await stack();
    const said = await setTextLimits({ outputs, clientConfig }, guarded);
    expect(said).toEqual([
      'Texts may cost $25 a month, it was $100.',
      'Only these countries are texted: US, DE.',
    ]);
    expect(await setTextLimits({ outputs, clientConfig }, guarded)).toEqual([]);
  });
});
