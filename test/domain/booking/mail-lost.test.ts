import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import type { LoseMail, RestoreMail } from '../../../lib/domain/booking/commands.ts';
import { decide } from '../../../lib/domain/booking/decide.ts';
import { evolve } from '../../../lib/domain/booking/evolve.ts';
import settings from '../../fixture-config.ts';
import { given, startPlus } from '../given.ts';

const now = startPlus(-100);

function having(booking: Booking, command: LoseMail | RestoreMail): Booking {
  const events = decide(booking, command, now, settings.policy);
  return events.reduce<Booking>(evolve, booking);
}

const lost = (reason: LoseMail['reason']): LoseMail => ({ type: 'lose-mail', reason });

describe('mail that doesn’t reach the attendee', () => {
  it('is marked, and changes nothing else of the session', () => {
    const booking = given([]);
    const { mailLost, revision, ...rest } = having(booking, lost('bounced'));
    expect(mailLost).toEqual({ at: now, reason: 'bounced' });
    const { revision: before, ...was } = booking;
    expect(rest).toEqual(was);
    expect(revision).toBe(before + 1);
  });

  it('is marked once; a complaint weighs more than mail that comes back', () => {
    const bounced = having(given([]), lost('bounced'));
    expect(having(bounced, lost('bounced'))).toEqual(bounced);
    const complained = having(bounced, lost('complained'));
    expect(complained.mailLost?.reason).toBe('complained');
    expect(having(complained, lost('bounced'))).toEqual(complained);
  });

  it('says of the event whether it was the first mail', () => {
    const command = { ...lost('bounced'), confirmation: true };
    expect(decide(given([]), command, now, settings.policy)).toEqual([
      { type: 'mail-lost', at: now, reason: 'bounced', confirmation: true },
    ]);
  });

  it('ends when mail arrives, or as staff say, whose words are kept apart', () => {
    const bounced = having(given([]), lost('bounced'));
    expect(having(bounced, { type: 'restore-mail' })).not.toHaveProperty('mailLost');
    const byStaff = { type: 'restore-mail', staffId: 'per_robin', reason: 'It was full' } as const;
    const restored = having(bounced, byStaff);
    expect(restored).not.toHaveProperty('mailLost');
    expect(restored.words?.[restored.revision]).toBe('It was full');
    expect(having(restored, byStaff)).toEqual(restored);
  });

  it('is nothing to be marked of somebody who was erased', () => {
    const erased = { ...given([]), erasedAt: now };
    expect(having(erased, lost('bounced'))).toEqual(erased);
  });
});
