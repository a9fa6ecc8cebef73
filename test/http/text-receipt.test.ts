import { describe, expect, it } from 'vitest';
import type { SnsEnvelope } from '../../lib/http/sns-envelope.ts';
import { readTextReceipt, textStatuses } from '../../lib/http/text-receipt.ts';
import { refusedFields } from './field-errors.ts';

/** As the service's documentation shows one, with our context. */
const event = {
  eventType: 'TEXT_DELIVERED',
  eventVersion: '1.0',
  eventTimestamp: 1_795_532_705_123,
  isFinal: true,
  originationPhoneNumber: '+18005550100',
  destinationPhoneNumber: '+15550100123',
  isoCountryCode: 'US',
  mcc: '310',
  mnc: '800',
  carrierName: 'A carrier',
  messageId: '9539975a-e71f-45f3-b496-8d98dc098a77',
  messageRequestTimestamp: 1_795_532_700_000,
  messageEncoding: 'GSM',
  messageType: 'TRANSACTIONAL',
  messageStatus: 'DELIVERED',
  messageStatusDescription: 'Message has been accepted by phone',
  context: { owner: 'bkg_one', effect: '7.text' },
  totalMessageParts: 1,
  totalMessagePrice: 0.00581,
  totalCarrierFee: 0.003,
};

function receiptIn(message: unknown) {
  const Message = typeof message === 'string' ? message : JSON.stringify(message);
  return readTextReceipt({ Type: 'Notification', Message } as SnsEnvelope);
}

describe('a receipt', () => {
  it('tells of which text, what became of it, when, at which number and whether that is the end', () => {
    expect(receiptIn(event)).toEqual({
      effect: { owner: 'bkg_one', effect: '7.text' },
      status: 'delivered',
      at: 1_795_532_705_123,
      mobile: '+15550100123',
      final: true,
    });
  });

  it('is not the last one, where that is not said', () => {
    const { isFinal: _, ...open } = event;
    expect(receiptIn(open)).toMatchObject({ final: false });
    expect(receiptIn({ ...event, isFinal: false })).toMatchObject({ final: false });
  });

  it.each([
    ['TEXT_SUCCESSFUL', 'successful'],
    ['TEXT_TTL_EXPIRED', 'ttl-expired'],
    ['TEXT_CARRIER_UNREACHABLE', 'carrier-unreachable'],
    ['TEXT_INVALID', 'invalid'],
    ['TEXT_INVALID_MESSAGE', 'invalid-message'],
    ['TEXT_BLOCKED', 'blocked'],
    ['TEXT_UNKNOWN', 'unknown'],
  ])('of the type %s says %s', (eventType, status) => {
    expect(receiptIn({ ...event, eventType })).toMatchObject({ status });
  });

  it('has a status of its own for each way that a text can fare', () => {
    expect(new Set(textStatuses).size).toBe(15);
  });

  it.each(['VOICE_COMPLETED', 'MEDIA_DELIVERED', 'TEXT_ALL', 'TEXT_TELEPORTED', 'text_delivered', ''])(
    'of another type is none of ours to read: %j',
    (eventType) => {
      expect(receiptIn({ ...event, eventType })).toBeUndefined();
      expect(receiptIn({ eventType })).toBeUndefined();
    },
  );

  it.each([
    undefined,
    null,
    {},
    'bkg_one',
    { owner: 'bkg_one' },
    { owner: 'bkg_one', effect: '' },
    { owner: 7, effect: '7.text' },
    { owner: 'x'.repeat(201), effect: '7.text' },
  ])('of a text that somebody else sent is none of ours to read: %j', (context) => {
    expect(receiptIn({ ...event, context })).toBeUndefined();
  });

  it.each([
    ['eventTimestamp', [undefined, '2026-11-24T15:05:00Z', 1.5, null]],
    ['isFinal', ['true', null]],
    ['destinationPhoneNumber', [undefined, '15550100123', '+1', 'Showup', 7]],
    ['eventType', [undefined, 7, null]],
  ])('is refused by its field %s', async (field, values) => {
    for (const value of values) {
      expect(await refusedFields(async () => receiptIn({ ...event, [field]: value }))).toEqual([field]);
    }
  });

  it.each(['', 'hello', '{', 'null', '[]', '7'])(
    'is refused when it is not the JSON of one: %j',
    async (text) => {
      expect(await refusedFields(async () => receiptIn(text))).not.toEqual([]);
    },
  );
});
