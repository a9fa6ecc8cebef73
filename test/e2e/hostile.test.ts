import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookingBody, type Reply, Showup } from './showup.ts';

let showup: Showup;
let token: string;
beforeAll(async () => {
  showup = await Showup.start();
  token = (await showup.book({ start: '2026-12-02T15:00:00Z', email: 'holder@example.com' })).token;
});
afterAll(() => showup.stop());

const hostile = [
  '',
  ' ',
  'x'.repeat(10_000),
  '<script>alert(1)</script>'.repeat(20),
  "'; DROP TABLE bookings; --".repeat(20),
  '\u0000',
  'a\r\nBcc: everyone@example.com',
  '\ud800',
  '../../../etc/passwd'.repeat(20),
  null,
  true,
  0,
  -1,
  1e308,
  [],
  {},
  [[[[[[]]]]]],
  { $ne: null },
];

/** Fields of a booking, by path, with what would be right for them. */
const fields = ['sessionType', 'start', 'timeZone', 'attendee', 'attendee.name', 'attendee.email'] as const;
const optional = ['attendee.mobile', 'companyCode', 'topic', 'release', 'language'] as const;

describe('a booking', () => {
  it.each(fields)('without %s is refused, and the field is named', async (field) => {
    const reply = await post(without(bookingBody({}), field));
    expect(problemFields(reply)).toEqual([field]);
  });

  it.each([...fields, ...optional])('with a hostile %s is refused, and the field is named', async (field) => {
    for (const value of hostile) {
      const reply = await post(withField(bookingBody({ mobile: '+15550100030' }), field, value));
      if (isHarmless(field, value)) {
        expect(reply.status, `${field} ${JSON.stringify(value)}`).toBeLessThan(500);
        continue;
      }
      const named = problemFields(reply);
      expect(
        named.every((name) => name === field || name.startsWith(`${field}.`)),
        `${field} ${JSON.stringify(value).slice(0, 40)}: ${named.join()}`,
      ).toBe(true);
    }
  });

  it('with a field that is not one of ours is refused by its name, at any depth', async () => {
    expect(problemFields(await post({ ...bookingBody({}), price: 0 }))).toEqual(['price']);
    const nested = withField(bookingBody({}), 'attendee.admin', true);
    expect(problemFields(await post(nested))).toEqual(['attendee.admin']);
    expect(problemFields(await post('{"__proto__":{"free":true}}'))).toContain('__proto__');
  });

  it('that is not JSON, not an object, too large or of another type is refused', async () => {
    for (const body of ['{', 'null', '[]', '"text"', '1', '[{}]', `{"topic":"${'x'.repeat(60_000)}"}`]) {
      expect((await post(body)).status, body.slice(0, 20)).toBe(400);
    }
    const form = await showup.post('/v1/bookings', 'a=b', {
      'idempotency-key': 'form',
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(problemFields(form)).toEqual(['content-type']);
  });

  it('needs an Idempotency-Key of sensible length', async () => {
    const missing = await showup.post('/v1/bookings', bookingBody({}));
    expect(missing).toMatchObject({ status: 400, body: { code: 'idempotency-key-missing' } });
    const long = await showup.post('/v1/bookings', bookingBody({}), { 'idempotency-key': 'k'.repeat(300) });
    expect(problemFields(long)).toEqual(['Idempotency-Key']);
  });

  it('with a start that exists nowhere is refused', async () => {
    for (const start of [
      '2026-12-02',
      '2026-02-30T10:00:00Z',
      '2026-12-02T25:00:00Z',
      '2026-12-02T10:00:00',
      'soon',
    ]) {
      expect(problemFields(await post(bookingBody({ start }))), start).toEqual(['start']);
    }
    for (const timeZone of ['Mars/Olympus', '+05:00', 'EST5EDT; rm']) {
      expect(problemFields(await post(bookingBody({ timeZone }))), timeZone).toEqual(['timeZone']);
    }
  });
});

describe('refusals that the rules give', () => {
  it('name a wrong code, and tell the price and the way to pay where there is none', async () => {
    expect(await post(bookingBody({ extra: { companyCode: 'WRONG-1' } }))).toMatchObject({
      status: 422,
      body: { code: 'code-not-recognised' },
    });
    expect(await post(bookingBody({ extra: { companyCode: undefined } }))).toMatchObject({
      status: 402,
      body: {
        code: 'payment-required',
        price: { amount: 140, currency: 'USD' },
        mailTo: 'support@example.com',
      },
    });
  });

  it('take a code in any case and with spaces', async () => {
    const reply = await post(
      bookingBody({ start: '2026-12-03T15:00:00Z', extra: { companyCode: ' demo-2026 ' } }),
    );
    expect(reply).toMatchObject({ status: 201, body: { free: true } });
  });

  it('refuse an end-of-life release with the address to mail, and accept a deprecated one with a notice', async () => {
    const releases = (await import('../fixture-config.ts')).default.releases;
    const named = (support: string) => releases.find((release) => release.support === support)?.id;
    expect(await post(bookingBody({ extra: { release: named('end-of-life') } }))).toMatchObject({
      status: 422,
      body: { code: 'release-not-supported', mailTo: 'support@example.com' },
    });
    const start = '2026-12-04T15:00:00Z';
    expect(await post(bookingBody({ start, extra: { release: named('deprecated') } }))).toMatchObject({
      status: 201,
      body: { notices: [expect.stringContaining('deprecated')] },
    });
    expect(problemFields(await post(bookingBody({ extra: { release: '0.0' } })))).toEqual(['release']);
  });

  it('say why a time is not on offer', async () => {
    for (const [start, code] of [
      ['2026-12-05T15:00:00Z', 'outside-hours'],
      ['2026-12-25T15:00:00Z', 'holiday'],
      ['2027-03-01T15:00:00Z', 'beyond-horizon'],
      ['2026-11-30T12:30:00Z', 'too-soon'],
      ['2026-11-29T15:00:00Z', 'in-the-past'],
      ['2026-12-02T15:10:00Z', 'off-grid'],
    ] as const) {
      const reply = await post(bookingBody({ start }));
      expect(reply).toMatchObject({ status: 409, body: { code: 'slot-unavailable' } });
      const codes = reply.body.reasons.map((reason: { code: string }) => reason.code);
      expect(codes, start).toContain(code);
      const explained = await showup.get(`/v1/slots/explain?sessionType=live-60&start=${start}`);
      expect(explained.body.reasons).toEqual(reply.body.reasons);
    }
  });
});

describe('queries', () => {
  const good = { sessionType: 'live-60', from: '2026-12-01', to: '2026-12-05', timeZone: 'UTC' };

  it('of slots name the field that is missing, wrong, unknown or given twice', async () => {
    for (const field of Object.keys(good)) {
      const rest = Object.fromEntries(Object.entries(good).filter(([name]) => name !== field));
      expect(problemFields(await slots(rest)), field).toEqual([field]);
      for (const value of ['', 'x'.repeat(500), '\u0000', '2026-13-45', '<script>']) {
        expect(problemFields(await slots({ ...good, [field]: value })), `${field} ${value}`).toEqual([field]);
      }
      const twice = new URLSearchParams(good);
      twice.append(field, 'again');
      expect(problemFields(await showup.get(`/v1/slots?${twice}`)), `${field} twice`).toEqual([field]);
    }
    expect(problemFields(await slots({ ...good, page: '2' }))).toEqual(['page']);
    expect(problemFields(await slots({ ...good, to: '2026-11-30' }))).toEqual(['to']);
    expect(problemFields(await slots({ ...good, to: '2027-02-01' }))).toEqual(['to']);
    expect(problemFields(await slots({ ...good, from: '0001-01-01' }))).toEqual(['from']);
    expect((await slots({ ...good, from: '2027-01-01', to: '2027-03-03' })).status).toBe(200);
  });

  it('of an explanation name the field', async () => {
    expect(problemFields(await showup.get('/v1/slots/explain?sessionType=live-60'))).toEqual(['start']);
    expect(
      problemFields(await showup.get('/v1/slots/explain?sessionType=nothing&start=2026-12-02T15:00:00Z')),
    ).toEqual(['sessionType']);
  });

  it('take no fields where there are none', async () => {
    for (const path of ['/v1/session-types', '/health', `/v1/manage/${token}`]) {
      expect(problemFields(await showup.get(`${path}?surprise=1`)), path).toEqual(['surprise']);
    }
  });
});

describe('links', () => {
  it('that are not whole, forged, or of another purpose open nothing', async () => {
    const [id, mac] = token.split('.');
    const wrong = [
      id,
      `${id}.`,
      `${id}.${mac}x`,
      `${id}.${'A'.repeat(22)}`,
      `bkg_00000000000000000000000000.${mac}`,
      `${token}.${mac}`,
      encodeURIComponent('../../health'),
      '%00',
      'x'.repeat(3000),
    ];
    for (const link of wrong) {
      for (const action of ['', '/cancel', '/reschedule', '/join']) {
        const path = `/v1/manage/${link}${action}`;
        const reply =
          action === '' ? await showup.get(path) : await showup.post(path, { start: '2026-12-02T15:00:00Z' });
        expect(reply.status, path.slice(0, 80)).toBe(404);
      }
    }
    expect(await showup.booking(token)).toMatchObject({ status: 'confirmed' });
  });

  it('take only the fields of their call', async () => {
    expect(problemFields(await showup.post(`/v1/manage/${token}/cancel`, { force: true }))).toEqual([
      'force',
    ]);
    expect(problemFields(await showup.post(`/v1/manage/${token}/cancel`, { reason: 5 }))).toEqual(['reason']);
    expect(problemFields(await showup.post(`/v1/manage/${token}/join`, { as: 'staff' }))).toEqual(['as']);
    expect(problemFields(await showup.post(`/v1/manage/${token}/reschedule`, {}))).toEqual(['start']);
    expect(await showup.booking(token)).toMatchObject({ status: 'confirmed', version: 1 });
  });
});

it('an address of the API that does not exist is told as a problem', async () => {
  const { status, headers, body } = await showup.get('/v1/nothing');
  expect({ status, type: headers.get('content-type') }).toEqual({
    status: 404,
    type: 'application/problem+json',
  });
  expect(body).toMatchObject({ code: 'not-found' });
});

it('the API describes itself: every route that it answers is in its OpenAPI document', async () => {
  const { status, body } = await showup.get('/openapi.json');
  expect(status).toBe(200);
  expect(body.openapi).toMatch(/^3\.1/u);
  expect(Object.keys(body.paths)).toContain('/v1/bookings');
  expect(body.paths['/v1/slots'].get.parameters.map(({ name }: { name: string }) => name)).toEqual([
    'sessionType',
    'from',
    'to',
    'timeZone',
  ]);
});

function post(body: unknown): Promise<Reply> {
  return showup.post('/v1/bookings', body, { 'idempotency-key': randomUUID() });
}

function slots(query: Record<string, string>): Promise<Reply> {
  return showup.get(`/v1/slots?${new URLSearchParams(query)}`);
}

/** The fields that a problem names; fails where the answer is none, or no 400. */
function problemFields({ status, headers, body }: Reply): string[] {
  expect({ status, type: headers.get('content-type') }).toEqual({
    status: 400,
    type: 'application/problem+json',
  });
  expect(body).toMatchObject({
    code: 'invalid-input',
    status: 400,
    title: expect.any(String),
    type: expect.any(String),
  });
  return body.errors.map(({ field }: { field: string }) => field);
}

/** Text is text: where any line will do, some of the hostile ones are merely odd. */
function isHarmless(field: string, value: unknown): boolean {
  if (typeof value !== 'string' || value.trim() === '' || value.includes('\u0000')) return false;
  if (field === 'attendee.name' || field === 'companyCode') return value === '\ud800';
  return field === 'topic' && value.length <= 500;
}

function without(body: object, path: string): object {
  return edit(structuredClone(body), path, (parent, name) => delete parent[name]);
}

function withField(body: object, path: string, value: unknown): object {
  return edit(structuredClone(body), path, (parent, name) => (parent[name] = value));
}

function edit(
  body: object,
  path: string,
  change: (parent: Record<string, unknown>, name: string) => void,
): object {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let parent = body as Record<string, unknown>;
  for (const name of names) parent = parent[name] as Record<string, unknown>;
  change(parent, last);
  return body;
}
