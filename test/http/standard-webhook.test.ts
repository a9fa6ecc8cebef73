import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../lib/adapters/attendance-keys.ts';
import { MAXIMUM_BODY } from '../../lib/http/read.ts';
import { readPost } from '../../lib/http/standard-webhook.ts';
import { NOW } from '../world.ts';
import { fieldErrors } from './field-errors.ts';

const key = randomBytes(32);
const other = randomBytes(32);
const id = 'msg_1';
const timestamp = String(NOW / 1000);
const body = '{"type":"participant.joined"}';

/** As the standard says, written out: the text is id, time and body with dots between. */
function sign(text = `${id}.${timestamp}.${body}`, by: Uint8Array = key): string {
  return `v1,${createHmac('sha256', by).update(text, 'utf8').digest('base64')}`;
}

function read(
  headers: Record<string, string | undefined> = {},
  sent = body,
  keys: readonly Uint8Array[] = [key],
) {
  const all = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': sign(), ...headers };
  return readPost({ headers: all, body: sent }, keys, NOW);
}

async function refusedField(attempt: () => unknown): Promise<string | undefined> {
  return (await fieldErrors(attempt))[0]?.field;
}

describe('a post of the meetings’ provider', () => {
  it('is trusted with the signature of the standard’s own example', () => {
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const secret = keyOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
    const post = { headers, body: '{"test": 2432232314}' };
    expect(readPost(post, [secret], 1_614_265_330_000)).toEqual({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      body: '{"test": 2432232314}',
    });
  });

  it('is trusted by either of two live keys, and by any of several signatures', () => {
    expect(read({}, body, [other, key]).id).toBe(id);
    expect(read({}, body, [key, other]).id).toBe(id);
    const several = `v1a,b2xk v1,AAAA ${sign()} v2,later`;
    expect(read({ 'webhook-signature': several }).id).toBe(id);
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['another key', { 'webhook-signature': sign(undefined, other) }],
    ['another body', { 'webhook-signature': sign(`${id}.${timestamp}.{}`) }],
    ['another id', { 'webhook-signature': sign(`msg_2.${timestamp}.${body}`) }],
    ['another time', { 'webhook-signature': sign(`${id}.${Number(timestamp) + 1}.${body}`) }],
    ['another version', { 'webhook-signature': sign().replace('v1,', 'v2,') }],
    ['no version', { 'webhook-signature': sign().slice(3) }],
    ['another spelling of the same', { 'webhook-signature': sign().replace(/=$/u, '') }],
    ['nothing', { 'webhook-signature': 'v1,' }],
    ['far too many, with ours at the end', { 'webhook-signature': `${'v1,AAAA '.repeat(10)}${sign()}` }],
  ])('is refused with the signature of %s', async (_, headers) => {
    expect(await refusedField(() => read(headers))).toBe('webhook-signature');
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('is refused without %s', async (name) => {
    expect(await refusedField(() => read({ [name]: undefined }))).toBe(name);
    expect(await refusedField(() => read({ [name]: '' }))).toBe(name);
  });

  it.each([300, -300])('is trusted %i seconds from now, and refused a second later', async (seconds) => {
    const at = (away: number) => {
      const time = String(NOW / 1000 + away);
      return { 'webhook-timestamp': time, 'webhook-signature': sign(`${id}.${time}.${body}`) };
    };
    expect(read(at(seconds)).id).toBe(id);
    expect(await refusedField(() => read(at(seconds + Math.sign(seconds))))).toBe('webhook-timestamp');
  });

  it.each(['', 'now', '1e9', '-5', '1795446000.5', '9'.repeat(40)])(
    'is refused with the time %j',
    async (time) => {
      const headers = { 'webhook-timestamp': time, 'webhook-signature': sign(`${id}.${time}.${body}`) };
      expect(await refusedField(() => read(headers))).toBe('webhook-timestamp');
    },
  );

  it('is refused where it is larger than any that we ask for, before anything is computed of it', async () => {
    expect(
      await refusedField(() => read({ 'webhook-signature': undefined }, ' '.repeat(MAXIMUM_BODY + 1))),
    ).toBe('body');
  });

  it('is refused as long as there is no key', async () => {
    expect(await refusedField(() => read({}, body, []))).toBe('webhook-signature');
  });
});

describe('the secret of the meetings’ provider', () => {
  const bytes = randomBytes(24);
  it('is read with its prefix and without', () => {
    for (const secret of [`whsec_${bytes.toString('base64')}`, `${bytes.toString('base64')}\n`])
      expect(Buffer.from(keyOf(secret))).toEqual(bytes);
  });

  it('is read as Secrets Manager makes it, of letters and digits', () => {
    expect(keyOf('aB3'.repeat(21) + 'x')).toHaveLength(48);
  });

  it.each(['', 'whsec_', 'whsec_c2hvcnQ=', 'not base64 at all, though it is long enough', 'whsec_!!!!'])(
    'is not taken for one where it is %j',
    (secret) => {
      expect(() => keyOf(secret)).toThrow('must be base64');
    },
  );
});
