import { describe, expect, it } from 'vitest';
import { redact, redactedError, toldError } from '../../lib/telemetry/redact.ts';

const token = 'bkg_01kax3v2y8q6t4r0w9m5n7p1s3.Zk9xPq2LmN4vRt6YbC8dEw';

describe('what a log tells', () => {
  it.each([
    [
      'failed the check in region US-EAST-1: ada.member+x@example.co.uk',
      'failed the check in region US-EAST-1: [address]',
    ],
    ['no such: Ada <ada@münchen.example>.', 'no such: Ada <[address]>.'],
    ['wrote to ada@example.com.', 'wrote to [address].'],
    ['PhoneNumber=+15550100001 is opted out', 'PhoneNumber=[number] is opted out'],
    [`GET /manage/${token}/cancel`, 'GET /manage/bkg_01kax3v2y8q6t4r0w9m5n7p1s3.[token]/cancel'],
    ['the row EMAIL#ada@example.com PERSON can’t be read', 'the row EMAIL#[…] PERSON can’t be read'],
    ['the row PHONE#+15550100001 PHONE', 'the row PHONE#[…] PHONE'],
    ['the row CODE#DEMO2026 CODE', 'the row CODE#[…] CODE'],
  ])('%j is told as %j', (said, told) => {
    expect(redact(said)).toBe(told);
  });

  it.each([
    'bkg_01kax3v2y8q6t4r0w9m5n7p1s3 3.mail is being done by another run',
    'sent at 2026-12-02T15:00:00Z+01:00, 1795000000000 ms',
    'arn:aws:dynamodb:us-east-1:123456789012:table/showup@2',
    'the row BOOKING#bkg_01kax3v2y8q6t4r0w9m5n7p1s3 EVENT#000001',
  ])('%j is told as it is', (said) => {
    expect(redact(said)).toBe(said);
  });
});

describe('an error', () => {
  const refused = Object.assign(new Error('no such mailbox: ada@example.com'), {
    name: 'MessageRejected',
    $metadata: { requestId: 'req-1' },
    Destination: 'ada@example.com',
  });

  it('is told by its type, its words without people, the provider’s request and where it came from', () => {
    expect(toldError(refused)).toEqual({
      type: 'MessageRejected',
      message: 'no such mailbox: [address]',
      request: 'req-1',
      stack: expect.arrayContaining([expect.stringMatching(/^at /u)]),
    });
  });

  it('is told with its cause, and with each of several, none of them naming anybody', () => {
    const all = new AggregateError(
      [refused, new Error('x', { cause: new Error('+15550100001') })],
      '2 failed',
    );
    const told = toldError(all);
    expect(told.errors?.map(({ message }) => message)).toEqual(['no such mailbox: [address]', 'x']);
    expect(told.errors?.[1]?.cause?.message).toBe('[number]');
    expect(JSON.stringify(told)).not.toMatch(/ada|5550100001/u);
  });

  it('that leaves a function keeps its type and its frames, and names nobody', () => {
    const told = redactedError(refused);
    expect(told).toMatchObject({ name: 'MessageRejected', message: 'no such mailbox: [address]' });
    expect(told.stack).toMatch(/^MessageRejected: no such mailbox: \[address\]\nat /u);
    expect(told).not.toHaveProperty('Destination');
  });

  it('whose words look like a frame is told without them', () => {
    expect(toldError(new Error('two lines\nat ada@example.com')).stack?.join()).not.toContain('ada');
  });

  it('need not be one', () => {
    expect(toldError('ada@example.com')).toEqual({
      type: 'string',
      message: 'something that is no error was thrown',
    });
  });
});
