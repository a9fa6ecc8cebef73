import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { correlationOf, readOutboxRow } from '../../lib/adapters/outbox-row.ts';
import { withoutWords } from '../../lib/domain/booking/words.ts';
import { booking } from './changes.ts';

const [event] = booking().events.map(withoutWords);
const keys = { pk: 'BOOKING#bkg_one', sk: 'EVENT#000001' };
const recorded = { bookingId: 'bkg_one', number: 1, version: 1, policy: 'pol_0123456789ab', event };
const row = { ...keys, kind: 'event', about: 'booking', ...recorded };

describe('a row of the outbox, as the stream brings it', () => {
  it('is the event that was committed', () => {
    expect(readOutboxRow(marshall(row))).toEqual({ kind: 'event', about: 'booking', ...recorded });
  });

  it('tells which run wrote it, and what that goes back to, where it was written by one', () => {
    const by = { correlation: 'timer', cause: 'request' };
    expect(correlationOf(marshall({ ...row, ...by }))).toEqual({ id: 'timer', cause: 'request' });
    expect(correlationOf(marshall({ ...row, correlation: 'request' }))).toEqual({ id: 'request' });
    expect(correlationOf(marshall(row))).toBeUndefined();
    expect(readOutboxRow(marshall({ ...row, ...by }))).not.toHaveProperty('correlation');
  });

  it('is what a number must hear of', () => {
    const said = { messageId: 'm1', mobile: '+15550100123', event: { type: 'helped', language: 'en' } };
    const beside = { pk: 'PHONE#+15550100123', sk: 'EVENT#m1', at: 1, expiresAt: 2 };
    expect(readOutboxRow(marshall({ ...beside, kind: 'event', about: 'phone', ...said }))).toEqual({
      kind: 'event',
      about: 'phone',
      ...said,
    });
  });

  it.each([
    { type: 'no-session', language: 'de' },
    { type: 'which-asked', language: 'en', intent: 'move', sessions: [{ start: 1, timeZone: 'UTC' }] },
    {
      type: 'which-asked',
      language: 'en',
      intent: 'coming',
      sessions: [],
      over: { start: 1, timeZone: 'UTC' },
    },
    { type: 'texts-wanted', language: 'en' },
  ])('keeps all that a number is told: %j', (told) => {
    const said = { kind: 'event', about: 'phone', messageId: 'm1', mobile: '+15550100123', event: told };
    expect(readOutboxRow(marshall(said))).toEqual(said);
  });

  it.each([
    { type: 'person-blocked', until: 2 },
    { type: 'person-lifted' },
    { type: 'person-reinstated', amount: 100, currency: 'USD' },
  ])('is what our staff decided on a person: $type', (ruled) => {
    const decided = { ...ruled, at: 1, by: 'per_robin', rulingId: 'rul_1' };
    const place = { kind: 'event', about: 'standing', standingId: 'std_1', number: 2 };
    const beside = { pk: 'STANDING#std_1', sk: 'EVENT#000002' };
    expect(readOutboxRow(marshall({ ...beside, ...place, event: decided }))).toEqual({
      ...place,
      event: decided,
    });
  });

  it('is an error that names row and field where an event is of no known type', () => {
    const unknown = { ...row, event: { ...event, type: 'teleported' } };
    expect(() => readOutboxRow(marshall(unknown))).toThrow(
      /BOOKING#bkg_one EVENT#000001 can't be read: event\.type/u,
    );
  });

  it('is an error where the stream brought another row, or no image', () => {
    expect(() => readOutboxRow(marshall({ ...keys, kind: 'claim' }))).toThrow(/about/u);
    expect(() => readOutboxRow(undefined)).toThrow(/can't be read/u);
  });
});
