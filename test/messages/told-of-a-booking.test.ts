import { describe, expect, test } from 'vitest';
import { effectsOf } from '../../lib/app/effects.ts';
import { factsOf } from '../../lib/app/facts.ts';
import { shiftBy } from '../../lib/app/shift.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { changeBy } from '../../lib/domain/booking/timeline.ts';
import { due, given, policy, startPlus, when, withoutMobile } from '../domain/given.ts';
import settings from '../fixture-config.ts';

const links = { siteUrl: 'https://showup.example', linkKeys: () => Promise.resolve(['a key']) };

function facts(booking: Booking, rules = policy()) {
  return factsOf({ settings: { ...settings, policy: rules }, ...links }, booking);
}

describe('what messages may say of a booking', () => {
  test('is until when it can be changed by link, by mail and by text, and when we ask', async () => {
    expect(await facts(given())).toMatchObject({
      changeBy: { link: startPlus(-65), mail: startPlus(-30), text: startPlus(-30) },
      checkInAt: startPlus(5),
      closesAt: startPlus(15),
    });
  });

  test('is nothing of texts where there is no mobile number', async () => {
    const told = await facts(given([], withoutMobile));
    expect(told.changeBy).toEqual({ link: startPlus(-65), mail: startPlus(-30) });
    expect(told).not.toHaveProperty('checkInAt');
  });

  test('is nothing of a check-in, and why, where the number that was given can’t be texted', async () => {
    const lost = given([[-120, { type: 'lose-mobile', reason: 'opted-out' }]]);
    const told = await facts(lost);
    expect(told).toMatchObject({ mobileLost: 'opted-out', closesAt: startPlus(10) });
    expect(told.changeBy).toEqual({ link: startPlus(-65), mail: startPlus(-30) });
    expect(told).not.toHaveProperty('checkInAt');
  });

  test('follows the policy', async () => {
    const rules = policy({ changes: { textUntilMinutes: 45 }, start: { checkInAfterMinutes: 7 } });
    expect(changeBy(given(), rules).mail).toBe(startPlus(-45));
    expect((await facts(given(), rules)).checkInAt).toBe(startPlus(7));
  });

  test('is what the configuration says in the booking’s language, or in the one asked for', async () => {
    const german = await facts(given([], { language: 'de' }));
    expect(german.sessionName).toBe('Live-Sitzung');
    expect(german.preparation[0]).toEqual({
      title: 'Installieren Sie die App zur Bildschirmfreigabe',
      text: expect.stringMatching(/^Der Download ist klein\./u),
      url: 'https://example.com/screen-sharing',
    });
    expect((await facts(given())).sessionName).toBe('Live session');
    const asked = await factsOf({ settings, ...links }, given([], { language: 'de' }), 'en');
    expect(asked).toMatchObject({
      sessionName: 'Live session',
      preparation: [{ title: 'Install the screen-sharing app' }, {}],
    });
  });

  test('is the name of the release where that has limited support, and of no other', async () => {
    expect((await facts(given([], { release: '5.2' }))).limitedRelease).toBe('Release 5.2');
    expect(await facts(given([], { release: '6.1' }))).not.toHaveProperty('limitedRelease');
    expect(await facts(given())).not.toHaveProperty('limitedRelease');
  });
});

describe('the mail of a no-show', () => {
  /** The mail that a close brings, so many minutes after the start. */
  function mailOfClose(open: Booking, minute: number) {
    const { events, booking } = when(open, [minute, due('close')]);
    const [event] = events;
    if (event === undefined) throw new Error('the close changed nothing');
    const record = {
      bookingId: booking.id,
      number: booking.revision,
      version: booking.version,
      policy: 'pol_0',
      event,
    };
    return effectsOf(record, booking, { ...settings, policy: policy() }, event.at).find(
      (effect) => effect.do === 'mail',
    )?.mail;
  }

  test('says when the question was texted', () => {
    expect(mailOfClose(given([[6, due('check-in')]]), 15)).toEqual({
      kind: 'no-show',
      reason: 'absent',
      askedAt: startPlus(6),
      closedAt: startPlus(15),
    });
  });

  test('says nothing of a question that was not texted', () => {
    expect(mailOfClose(given([], withoutMobile), 10)).toEqual({
      kind: 'no-show',
      reason: 'absent',
      closedAt: startPlus(10),
    });
  });

  test('says what follows for free sessions, and nothing of that where the session is of no company', () => {
    const { events, booking } = when(given([], withoutMobile), [10, due('close')]);
    const [event] = events;
    if (event === undefined) throw new Error('the close changed nothing');
    const { id: bookingId, revision: number, version, start } = booking;
    const record = { bookingId, number, version, policy: 'pol_0', event };
    const entry = { kind: 'no-show', reason: 'absent', bookingId, number, start, at: event.at } as const;
    const followsFor = (companyId: string) => {
      const entries = [{ ...entry, companyId }];
      const shift = shiftBy(record, { email: 'ada', revision: 1, entries }, settings, event.at);
      const { companyId: _, ...companyless } = booking;
      const told = companyId === 'none' ? companyless : { ...booking, companyId };
      const mail = effectsOf(record, told, settings, event.at, shift).find((effect) => effect.do === 'mail');
      return mail?.mail;
    };
    expect(followsFor('crates')).toMatchObject({
      consequence: { counted: 1, limit: 2, months: 6, days: 60 },
    });
    expect(followsFor('none')).not.toHaveProperty('consequence');
  });
});
