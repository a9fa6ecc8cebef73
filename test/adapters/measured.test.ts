import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { measuredMailer, measuredPoster, measuredTexter } from '../../lib/adapters/measured.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { TextRefused, TextTooLate } from '../../lib/app/deps.ts';
import { observedEvents } from '../../lib/telemetry/observed.ts';
import { type Engine, NOW, openEngine, START } from '../world.ts';
import { booking, cancelled, moved } from './changes.ts';

const effect = { owner: 'bkg_one', effect: '1.mail' };
const text = { mobile: '+15550100001', body: 'hi', until: START, effect };
let engine: Engine;
let written: string[];

beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(() => {
  written = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => written.push(String(line)) > 0);
  vi.spyOn(console, 'info').mockImplementation((line) => void written.push(JSON.stringify(line)));
  vi.stubEnv('STAGE', 'dev');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** What a run measures, in sum, by name. */
async function measuredBy(run: () => Promise<unknown>): Promise<Record<string, number>> {
  await observedEvents(run)({}, { awsRequestId: 'run' } as never);
  const fields = written.map((line) => JSON.parse(line)).find((line) => '_aws' in line) ?? {};
  const { _aws, stage, ...values } = fields as Record<string, number | number[]>;
  const sum = (value: number | number[]) => [value].flat().reduce((one, other) => one + other, 0);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sum(value)]));
}

const lost = (attempt: Promise<unknown>) =>
  attempt.then(
    () => expect.fail('did not fail'),
    () => undefined,
  );

describe('a change of a booking', () => {
  it('is counted where its commit succeeded, once, and not where it lost a race', async () => {
    const table = dynamoTable(await engine.freshTable());
    const first = booking();
    const second = moved(first.after, START + 2 * 3_600_000);
    expect(
      await measuredBy(async () => {
        await table.commit(first);
        await lost(table.commit(first));
        await table.commit(second);
        await lost(table.commit(cancelled(first.after)));
        await table.commit(cancelled(second.after));
      }),
    ).toEqual({ Booked: 1, Moved: 1, Cancelled: 1, MinutesSaved: 120 });
    expect(NOW).toBeLessThan(START);
    expect(written.map((line) => JSON.parse(line).event).filter(Boolean)).toEqual([
      ...['booked', 'rescheduled', 'cancelled'],
    ]);
  });
});

describe('what is sent', () => {
  it('as a mail is logged by the provider’s id and what it is for, and counted where it was not taken', async () => {
    const mails = ['m1', undefined];
    const mailer = measuredMailer({
      send: async () => mails.shift() ?? Promise.reject(new Error('no')),
      allow: async () => undefined,
    });
    const send = () => mailer.send(new Uint8Array(), 'ada@example.com', effect);
    expect(await measuredBy(async () => [await send(), await lost(send())])).toEqual({ MailsFailed: 1 });
    expect(JSON.parse(written[0] ?? '')).toEqual({
      ...{ message: 'mail sent', correlation: 'run', owner: 'bkg_one', effect: '1.mail', providerId: 'm1' },
    });
  });

  it('as a text counts as sent, refused or failed; one that came too late as none', async () => {
    const ends = [undefined, new TextRefused('opted-out'), new TextTooLate(), new Error('throttled')];
    const texter = measuredTexter({
      send: async () => {
        const end = ends.shift();
        if (end !== undefined) throw end;
        return 't1';
      },
      optIn: async () => undefined,
    });
    expect(
      await measuredBy(async () => {
        await texter.send(text);
        for (let left = ends.length; left > 0; left--) await lost(texter.send(text));
      }),
    ).toEqual({ TextsSent: 1, TextsRefused: 1, TextsFailed: 1 });
  });

  it('to a number that is nobody’s session is logged without the number, which its event belongs to', async () => {
    const texter = measuredTexter({ send: async () => 't1', optIn: async () => undefined });
    await measuredBy(() => texter.send({ ...text, effect: { owner: text.mobile, effect: 'm1.text' } }));
    expect(written.join('')).toContain('"effect":"m1.text"');
    expect(written.join('')).not.toContain('5550100001');
  });

  it('as a webhook is counted where the answer was not a success', async () => {
    const answers = [{ status: 204, said: '' }, { status: 302, said: '' }, { said: 'no answer' }];
    const post = measuredPoster(async () => answers.shift() ?? { said: '' });
    const outgoing = { headers: { 'webhook-id': 'e1' }, body: '{}' };
    expect(
      await measuredBy(async () => {
        for (let left = answers.length; left > 0; left--) await post('https://example.com', outgoing);
      }),
    ).toEqual({ WebhooksFailed: 2 });
  });
});
