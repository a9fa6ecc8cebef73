import { request } from 'node:http';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { Ses } from '../../local/aws/ses.ts';
import { Sns } from '../../local/aws/sns.ts';
import { makeSigningCertificate } from '../../local/aws/sns-certificate.ts';
import { Carrier } from '../../local/carrier/carrier.ts';
import { Dial } from '../../local/clock.ts';
import { type Console, openConsole } from '../../local/console/server.ts';
import type { Part } from '../../local/parts.ts';
import { createQueues } from '../../local/queues.ts';
import { clientOf, openEndpoint, permissionsOf, place, RecordedFunctions } from './aws-world.ts';

const topicArn = 'arn:aws:sns:us-east-1:123456789012:Texts';
const target = 'arn:aws:lambda:us-east-1:123456789012:function:OnText';
const queue = 'arn:aws:sqs:us-east-1:123456789012:Failures';
const phone = '+12025550123';
const start = '2026-11-23T15:00:00.000Z';

/** A timer of one minute past the start that says when it ran. */
class OneTimer implements Part {
  due: number | undefined = Date.parse(start) + 60_000;
  readonly ran: number[] = [];

  nextDue(): number | undefined {
    return this.due;
  }

  async runDue(now: number): Promise<void> {
    this.due = undefined;
    this.ran.push(now);
  }
}

const dial = new Dial(Date.parse(start));
const timer = new OneTimer();
const carrier = new Carrier(dial);
const functions = new RecordedFunctions();
const queues = createQueues(dial, [{ arn: queue }]);
const states: (readonly [string, string])[] = [];
let endpoint: AwsEndpoint;
let sns: Sns;
let ses: Ses;
let console: Console;

beforeAll(async () => {
  dial.add(timer);
  sns = new Sns({
    place,
    clock: dial,
    carrier,
    functions,
    queues,
    certificate: await makeSigningCertificate(place),
    topics: [{ arn: topicArn, signatureVersion: '2' }],
    subscriptions: [{ topicArn, protocol: 'lambda', endpoint: target }],
  });
  ses = await Ses.open({
    place,
    clock: dial,
    identities: ['showup.example'],
    configurationSets: [],
    publish: () => Promise.resolve(),
  });
  endpoint = await openEndpoint([sns, ses], permissionsOf({}));
  const timers = [{ name: 'bkg_1.remind.v1', at: '2026-11-23T15:01:00.000Z', payload: { kind: 'remind' } }];
  console = await openConsole(
    {
      clock: dial,
      scheduler: { list: () => timers, fire: never, fireUnheld: never, lose: () => undefined },
      events: { repeat: never },
      bookings: { list: async () => [], some: async () => [], rows: async () => undefined },
      ses,
      sns,
      carrier,
      inbound: { topicArn, to: '+18005550100' },
      queues,
      bus: { list: () => [] },
      logs: {
        lines: () => [{ at: start, function: 'Api', level: 'INFO', line: 'hello' }],
        metrics: () => [
          {
            ...{ namespace: 'Showup', name: 'Booked', dimensions: { stage: 'dev' }, unit: 'Count' },
            ...{ count: 2, sum: 3, min: 1, max: 2 },
          },
        ],
      },
      grants: { unused: () => [] },
      outputs: { TableName: 'Bookings' },
      functions: {
        definitions: [{ name: 'showup-dev-on-timer' }, { name: 'showup-dev-on-event' }],
        setState: (name, state) => void states.push([name, state]),
      },
      usage: () => ({ 'functions.runs': { 'showup-dev-on-timer': 3 } }),
      site: 'http://127.0.0.1:8787',
      timeZone: 'America/New_York',
    },
    0,
  );
});

const never = (): Promise<void> => Promise.reject(new Error('not asked for here'));

afterAll(async () => {
  await console?.close();
  await endpoint?.close();
  await ses?.close();
});

const get = (path: string): Promise<Response> => fetch(console.url + path);
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(console.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
  });
const form = { 'content-type': 'application/x-www-form-urlencoded' };

async function mail(to: string, over: Record<string, unknown> = {}): Promise<void> {
  const client = new SESClient(clientOf(endpoint));
  const fields = { from: 'sessions@showup.example', to, subject: 'Confirmed', text: 'Hi', ...over };
  const Data = await new MailComposer(fields).compile().build();
  await client.send(new SendRawEmailCommand({ RawMessage: { Data } }));
  client.destroy();
}

describe('the clock', () => {
  it('can be turned by nothing at all, to wait for what is under way, however often', async () => {
    const turns = await Promise.all(Array.from({ length: 20 }, () => post('/clock', { advance: 'PT0S' })));
    expect(new Set(turns.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('answers once everything that fell due has run', async () => {
    const moved = await post('/clock', { to: '2026-11-23T15:30:00Z' });
    expect(moved.status).toBe(200);
    expect(timer.ran).toEqual([Date.parse(start) + 60_000]);
    const { now } = (await moved.json()) as { now: string };
    expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse('2026-11-23T15:30:00Z'));
    const advanced = (await (await post('/clock', { advance: 'PT5M' })).json()) as { now: string };
    expect(Date.parse(advanced.now) - Date.parse(now)).toBeGreaterThanOrEqual(300_000);
    expect(await (await get('/clock')).json()).toEqual({ now: expect.stringMatching(/^2026-11-23T15:35:/) });
  });

  it.each([
    [{}, 'advance'],
    [{ advance: 'PT5M', to: '2027-01-01T00:00:00Z' }, 'advance'],
    [{ advance: 'soon' }, 'advance'],
    [{ advance: 300 }, 'advance'],
    [{ advance: '-PT5M' }, 'advance'],
    [{ advance: 'P1M' }, 'advance'],
    [{ advance: 'P100000D' }, 'advance'],
    [{ to: '2026-11-23T14:00:00Z' }, 'to'],
    [{ to: '2026-11-31T14:00:00Z' }, 'to'],
    [{ to: '2026-12-01' }, 'to'],
    [{ to: '2100-01-01T00:00:00Z' }, 'to'],
    [{ advance: 'PT5M', by: 'me' }, 'by'],
    [{ next: 'please' }, 'next'],
    [{ next: true, advance: 'PT5M' }, 'advance'],
    ['not json', 'body'],
    ['[]', 'body'],
  ])('refuses %j and names the field', async (body, field) => {
    const response = await post('/clock', body);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 400, code: 'invalid-input', errors: [{ field }] });
  });
});

describe('texts', () => {
  it('shows a conversation, and delivers what is posted as the phone’s answer', async () => {
    const client = new SNSClient(clientOf(endpoint));
    await client.send(new PublishCommand({ PhoneNumber: phone, Message: 'Coming?' }));
    client.destroy();
    const at = new Date(dial.now()).toISOString();
    const posted = await post('/texts', { from: phone, body: '1' });
    expect(posted.status).toBe(201);
    const text = await posted.json();
    expect(text).toEqual({
      id: expect.any(String),
      at: expect.any(String),
      direction: 'in',
      phone,
      body: '1',
    });
    expect((text as { at: string }).at >= at).toBe(true);
    // A plus sign that was not escaped means the same.
    for (const path of ['/texts?with=%2B12025550123', `/texts?with=${phone}`]) {
      const list = (await (await get(path)).json()) as { direction: string; body: string }[];
      expect(list.map(({ direction, body }) => [direction, body])).toEqual([
        ['out', 'Coming?'],
        ['in', '1'],
      ]);
    }
    expect(await (await get('/texts?with=+12025559999')).json()).toEqual([]);
    expect(functions.invoked.at(-1)).toMatchObject({ name: target });
  });

  it('stamps an answer with the time at which it was sent', async () => {
    await post('/texts', { from: phone, body: 'late', at: '2026-11-23T15:14:50Z' });
    const event = functions.invoked.at(-1)?.event as { Records: [{ Sns: { Timestamp: string } }] };
    expect(event.Records[0].Sns.Timestamp).toBe('2026-11-23T15:14:50.000Z');
  });

  it('is one text, delivered twice, when the carrier brings it again', async () => {
    const before = functions.invoked.length;
    for (const _ of [1, 2]) await post('/texts', { from: '+12025550177', body: '1', messageId: 'again' });
    const list = (await (await get('/texts?with=+12025550177')).json()) as { id: string }[];
    expect(list.map(({ id }) => id)).toEqual(['again']);
    expect(functions.invoked).toHaveLength(before + 2);
  });

  it.each([
    [{ body: '1' }, 'from'],
    [{ from: '5550123', body: '1' }, 'from'],
    [{ from: phone }, 'body'],
    [{ from: phone, body: ' ' }, 'body'],
    [{ from: phone, body: '1', at: 'noon' }, 'at'],
    [{ from: phone, body: '1', at: '2090-01-01T00:00:00Z' }, 'at'],
    [{ from: phone, body: '1', to: '+1800' }, 'to'],
    [{ from: phone, body: '1', messageId: '' }, 'messageId'],
    [{ from: phone, body: '1', messageId: 7 }, 'messageId'],
  ])('refuses %j and names the field', async (body, field) => {
    const response = await post('/texts', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field }] });
  });
});

describe('a phone', () => {
  const number = '+12025550188';
  const send = async (Message: string): Promise<void> => {
    const client = new SNSClient(clientOf(endpoint));
    await client.send(new PublishCommand({ PhoneNumber: number, Message }));
    client.destroy();
  };
  const state = async () => (await get(`/carrier?with=${number}`)).json();

  it('can be set to what phones do, and what was kept from it is listed apart', async () => {
    expect(await state()).toEqual({ phone: number, state: 'works', optedOut: false });
    expect((await post('/faults', { phone: { number, state: 'off' } })).status).toBe(200);
    await send('Are you there?');
    expect(await (await get(`/texts?with=${number}`)).json()).toEqual([]);
    const [kept] = (await (await get(`/texts?with=${number}&all=1`)).json()) as object[];
    expect(kept).toMatchObject({ body: 'Are you there?', delivered: false, fate: 'waiting' });
    expect(await (await get(`/phones/${number}`)).text()).toContain('Waiting until the phone is on');
    await post('/faults', { phone: { number, state: 'works' } });
    expect(await (await get(`/texts?with=${number}`)).json()).toMatchObject([{ body: 'Are you there?' }]);
  });

  it('that opted out says so, and shows what it did not get', async () => {
    await post('/texts', { from: number, body: 'STOP' });
    await send('Still there?');
    expect(await state()).toEqual({ phone: number, state: 'works', optedOut: true });
    const page = await (await get(`/phones/${number}`)).text();
    expect(page).toContain('Opted out');
    expect(page).toContain('Not delivered: the phone opted out');
  });

  it('is set by the page’s own buttons, which then show what it does', async () => {
    const posted = await post('/faults', `do=phone&number=${encodeURIComponent(number)}&state=landline`, {
      ...form,
      'sec-fetch-site': 'same-origin',
    });
    expect([posted.status, posted.headers.get('location')]).toEqual([303, `/phones/${number}`]);
    expect(await (await get(`/phones/${number}`)).text()).toMatch(/value="landline"[^>]*aria-pressed="true"/);
    await post('/faults', { phone: { number, state: 'works' } });
  });

  it('offers the three answers that texts ask for', async () => {
    const page = await (await get(`/phones/${number}`)).text();
    for (const answer of ['1', '2', '3'])
      expect(page).toContain(`name="body" value="${answer}" class="quick"`);
  });

  it.each([
    [{ phone: 'x' }, 'phone'],
    [{ phone: { number: '5550123', state: 'off' } }, 'phone.number'],
    [{ phone: { number, state: 'lost' } }, 'phone.state'],
    [{ phone: { number, state: 'off', for: 'ever' } }, 'phone.for'],
  ])('is not set by %j, and the field is named', async (fault, field) => {
    const response = await post('/faults', fault);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field }] });
  });

  it('shares in what ails texting as a whole', async () => {
    expect((await post('/faults', { texting: { trouble: 'over-quota' } })).status).toBe(200);
    await send('Anybody there?');
    expect((await post('/faults', { texting: { trouble: 'none' } })).status).toBe(200);
    const texts = (await (await get(`/texts?with=${number}&all=1`)).json()) as object[];
    expect(texts.at(-1)).toMatchObject({ delivered: false, fate: 'over-quota' });
    const own = { ...form, 'sec-fetch-site': 'same-origin' };
    await post('/faults', 'do=trouble&trouble=throttled', own);
    expect(await (await get('/phones')).text()).toContain('<option value="throttled" selected>');
    await post('/faults', 'do=trouble&trouble=none', own);
    const refused = await post('/faults', { texting: { trouble: 'much' } });
    expect(await refused.json()).toMatchObject({ errors: [{ field: 'texting.trouble' }] });
  });

  it('has to be named to be asked about', async () => {
    expect((await get('/carrier')).status).toBe(400);
  });
});

describe('what the cloud holds', () => {
  it('lists mail to one address, whatever its case', async () => {
    await mail('ada+test@example.com');
    await mail('grace@example.com');
    const list = (await (await get('/mailbox?to=ADA+test@example.com')).json()) as object[];
    expect(list).toMatchObject([
      { to: 'ada+test@example.com', subject: 'Confirmed', text: 'Hi\n', attachments: [] },
    ]);
    expect(await (await get('/mailbox')).json()).toHaveLength(2);
  });

  it('lists timers, failures and logs', async () => {
    queues.send(queue, { lost: true }, { why: 'tried' });
    expect(await (await get('/timers')).json()).toEqual([
      { name: 'bkg_1.remind.v1', at: '2026-11-23T15:01:00.000Z', payload: { kind: 'remind' } },
    ]);
    expect(await (await get('/failures')).json()).toMatchObject([
      { queue: 'Failures', body: { lost: true } },
    ]);
    expect(await (await get('/logs')).json()).toMatchObject([{ function: 'Api', line: 'hello' }]);
    expect(await (await get('/metrics')).json()).toMatchObject([{ name: 'Booked', sum: 3 }]);
  });

  it('has nothing elsewhere, and takes no other method', async () => {
    expect((await get('/nothing')).status).toBe(404);
    expect((await get('/constructor')).status).toBe(404);
    expect((await post('/timers', {})).status).toBe(405);
    expect((await get('/mailbox/none/html')).status).toBe(404);
  });
});

describe('the pages', () => {
  it('show everything as text, whatever people wrote', async () => {
    await post('/texts', { from: phone, body: '<script>alert(1)</script>' });
    await mail('eve@example.com', { subject: '<img src=x onerror=alert(1)>' });
    const mails = await get('/');
    const page = (await mails.text()) + (await (await get(`/phones/${phone}`)).text());
    expect(page).not.toMatch(/<script>|<img/);
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(page).toContain('ada+test@example.com');
    expect(page).toMatch(/10:\d\d:\d\d EST/);
    const policy = mails.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    const schedule = await (await get('/schedule')).text();
    expect(schedule).toContain('bkg_1.remind.v1');
    expect(schedule).toMatch(/Failures.*&#34;lost&#34;: true/s);
  });

  it('show a mail’s own HTML in a sandbox that runs nothing, with its links leading out of it', async () => {
    const id = await mailId({ html: '<a href="http://127.0.0.1/manage/x">Move</a>' });
    const response = await get(`/mailbox/${id}/html`);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/^sandbox allow-same-origin allow-popups .*default-src 'none'/);
    expect(policy).not.toContain('allow-scripts');
    expect(await response.text()).toMatch(/<base target="_blank">.*manage\/x/s);
    expect(await (await get(`/mail/${id}`)).text()).toContain(`src="/mailbox/${id}/html"`);
  });

  it('show a mail’s text with its links, and give its parts to download', async () => {
    const id = await mailId({
      text: 'Move it: http://127.0.0.1/manage/x.',
      attachments: [{ filename: 'plan.pdf', content: Buffer.from([0, 255, 1]) }],
    });
    const page = await (await get(`/mail/${id}/text`)).text();
    expect(page).toContain('href="http://127.0.0.1/manage/x"');
    const file = await get(`/mailbox/${id}/parts/0`);
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''plan.pdf");
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([0, 255, 1]);
    expect((await get(`/mailbox/${id}/parts/1`)).status).toBe(404);
    expect((await get('/mail/none')).status).toBe(404);
  });

  it('take their own forms, and send the person back to where the form was, told what happened', async () => {
    const own = { ...form, 'sec-fetch-site': 'same-origin' };
    const moved = await post('/clock', 'advance=PT5M', { ...own, referer: `${console.url}/phones?did=move` });
    expect(moved.status).toBe(303);
    const location = moved.headers.get('location') ?? '';
    expect(location).toMatch(/^\/phones\?did=move&since=\d+&until=\d+$/);
    expect(await (await get(location)).text()).toMatch(/role="status">\s*<p>Moved from /);
    const elsewhere = await post('/clock', 'advance=PT5M', { ...own, referer: 'https://evil.example/x' });
    expect(elsewhere.headers.get('location')).toMatch(/^\/\?did=move/);
    const answered = await post('/texts', `from=${encodeURIComponent(phone)}&body=2`, {
      ...form,
      origin: console.url,
    });
    expect([answered.status, answered.headers.get('location')]).toEqual([303, `/phones/${phone}#latest`]);
  });

  it('mean times without a zone in their own', async () => {
    const own = { ...form, 'sec-fetch-site': 'same-origin' };
    await post('/clock', 'to=2026-11-24T09%3A30', own);
    const { now } = (await (await get('/clock')).json()) as { now: string };
    expect(now).toMatch(/^2026-11-24T14:30:/);
  });

  it('show a form’s mistake on the page', async () => {
    const response = await post('/clock', 'advance=never', { ...form, 'sec-fetch-site': 'same-origin' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('role="alert"');
  });

  async function mailId(over: Record<string, unknown>): Promise<string> {
    await mail('reader@example.com', over);
    const list = (await (await get('/mailbox?to=reader@example.com')).json()) as { id: string }[];
    return list.at(-1)?.id ?? '';
  }
});

describe('a page elsewhere', () => {
  const attempts: readonly [string, Record<string, string>, number][] = [
    [
      'a form from another site',
      { ...form, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      403,
    ],
    ['a form from nowhere', form, 403],
    ['a form from a hidden origin', { ...form, origin: 'null' }, 403],
    ['JSON dressed as text', { 'content-type': 'text/plain' }, 415],
    ['JSON from another site', { origin: 'https://evil.example' }, 403],
  ];

  it.each(attempts)('can’t drive the console by %s', async (_what, headers, status) => {
    const before = functions.invoked.length;
    const body =
      headers['content-type'] === form['content-type']
        ? 'from=%2B12025550123&body=1'
        : { from: phone, body: '1' };
    expect((await post('/texts', body, headers)).status).toBe(status);
    expect(functions.invoked).toHaveLength(before);
  });

  it('can’t reach it under a name of its own, nor read it', async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${console.url}/mailbox`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBe(403);
    const response = await fetch(`${console.url}/clock`, { headers: { origin: 'https://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('can’t flood it', async () => {
    expect((await post('/texts', { from: phone, body: 'x'.repeat(70_000) })).status).toBe(413);
  });
});
