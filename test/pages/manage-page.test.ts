import { describe, expect, it } from 'vitest';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { changeBy } from '../../lib/domain/booking/timeline.ts';
import { standardPolicy } from '../../lib/domain/policy.ts';
import { languages } from '../../lib/pages/language/languages.ts';
import { checkReason } from '../../lib/pages/manage/check-reason.ts';
import { managePage } from '../../lib/pages/manage/manage-page.tsx';
import { pickedIn } from '../../lib/pages/manage/picked.ts';
import { pickerOf } from '../../lib/pages/picker/picker.ts';
import { durationText } from '../../lib/pages/session/duration.ts';
import {
  answer,
  cancel,
  cancelFor,
  closed,
  due,
  excuse,
  given,
  HOUR,
  instant,
  join,
  MINUTE,
  moveTo,
  START,
  type Step,
  startPlus,
} from '../domain/given.ts';
import { facts, type Shown, shown, visit } from './session-visit.ts';

const tomorrow = instant('2026-11-25T10:00');

async function look(minute: number, steps: readonly Step[] = [], changes = {}, query = ''): Promise<Shown> {
  const [as, now, booking] = [visit(query), startPlus(minute), given(steps, changes)];
  const until = changeBy(booking, standardPolicy).link;
  const open = now < until;
  const picker = pickerOf([tomorrow], pickedIn(as.query, booking), now);
  const view = {
    booking,
    facts: await facts(booking, as.language.code),
    token: 'bkg_1.mac',
    until,
    now,
    problems: new Map(),
    reason: '',
    text: '',
  };
  return shown(managePage(as, { ...view, ...(open && { picker }) }), as);
}

describe('how a booking stands', () => {
  const late: readonly Step[] = [
    [5, due('check-in')],
    [9, answer(9)],
    [60, due('finish')],
  ];
  it.each<[string, number, readonly Step[], string]>([
    [
      'Your session is confirmed',
      -120,
      [],
      'Robin Hale has set this time aside for you. Mails about it go to ada@example.com.',
    ],
    [
      'Your session has a new time',
      -120,
      [[-200, moveTo(tomorrow, -200)]],
      'A mail to ada@example.com confirms it.',
    ],
    ['Your session is confirmed', -10, [], 'You can join now.'],
    ['Your session is confirmed', 2, [], 'If nobody joins, it closes at 16:15 CET'],
    ['Your session is confirmed', 20, late.slice(0, 2), 'We keep it open for you until 17:00 CET.'],
    ['Your session is confirmed', 15, late.slice(0, 1), 'Its time to join ended at 16:15 CET.'],
    ['Your session is under way', 10, [[3, join(3)]], 'Somebody has joined.'],
    [
      'Your session is over',
      70,
      [
        [3, join(3)],
        [60, due('finish')],
      ],
      'It has taken place.',
    ],
    [
      'Your session is cancelled',
      -110,
      [[-120, cancel(-120, 'Solved')]],
      'It was cancelled on Tue 24 Nov, 14:00 CET.',
    ],
    [
      'Recorded as a no-show',
      20,
      closed,
      'the text we sent at 16:05 to the mobile number ending in 0123. So the session closed at 16:15',
    ],
    ['Recorded as a no-show', 70, late, 'You asked us to keep the session open'],
    ['Recorded as a no-show', 70, [...closed, [60, excuse()]], 'We have excused it, and nothing is held'],
    ['Your session is cancelled', -10, [[-20, cancelFor(-20)]], 'We cancelled it on Tue 24 Nov, 15:40 CET.'],
    ['Your session is over', 70, [...closed, [61, answer(14)]], 'Nothing is held against you'],
  ])('is said in words: %s', async (title, minute, steps, words) => {
    const { html, text } = await look(minute, steps);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(text).toContain(words);
  });

  it('is told with when, what and with whom, in the zone of the attendee', async () => {
    const { text } = await look(-120);
    expect(text).toContain(
      'When Tuesday, 24 November 2026, 16:00–17:00 (Central European Standard Time, Berlin)',
    );
    expect(text).toContain('Session Live session (60 minutes)');
    expect(text).toContain('With Robin Hale');
  });

  it('repeats the reason that was given', async () => {
    expect((await look(-110, [[-120, cancel(-120, 'Solved it')]])).text).toContain('Reason given Solved it');
  });
});

describe('changing by the link', () => {
  it('is offered until its deadline, which is told as a time and as what is left', async () => {
    const { text, html } = await look(-65 - 200);
    expect(text).toContain(
      'You can do this here until Tuesday, 24 November 2026, 14:55 (Central European Standard Time, Berlin), in 3 h 20 min .',
    );
    expect(html).toContain('id="move"');
    expect(html).toContain('id="cancel"');
    expect((await look(-66)).html).toContain('id="cancel"');
  });

  it('gives way from the deadline on to what still works, and says what later notice counts as', async () => {
    for (const minute of [-65, -31]) {
      const { text, html } = await look(minute);
      expect(html).not.toMatch(/<form/u);
      expect(text).toContain('You can still move or cancel by');
      expect(text).toContain('support@example.com');
      expect(text).toContain('Tue 24 Nov, 15:30 CET');
      expect(text).toContain('Notice that reaches us less than 30 minutes before the start comes too late');
      expect(html).toContain('href="mailto:support@example.com?subject=Booking%20bkg_1"');
    }
  });

  it('is too late for all channels less than 30 minutes before the start', async () => {
    const { text, html } = await look(-30);
    expect(html).not.toMatch(/<form/u);
    expect(text).toContain('It is too late to move or cancel');
    expect(text).not.toContain('You can still');
  });

  it.each<[string, number, readonly Step[]]>([
    ['somebody has joined', 10, [[3, join(3)]]],
    [
      'it is kept open',
      20,
      [
        [5, due('check-in')],
        [9, answer(9)],
      ],
    ],
    ['its time to join is over', 15, [[5, due('check-in')]]],
    ['it closed', 20, closed],
    ['it was cancelled', -110, [[-120, cancel(-120)]]],
  ])('is no longer spoken of when %s', async (_, minute, steps) => {
    const { html, text } = await look(minute, steps);
    expect(html).not.toMatch(/value="(?:move|cancel)"/u);
    expect(text).not.toContain('Another time, or not at all?');
  });

  it('moves with one button that names the new time, once a time is picked', async () => {
    const take = `action=${encodeURIComponent(`take:${new Date(tomorrow).toISOString()}`)}&lang=de&timeZone=America/New_York`;
    expect((await look(-120)).html).not.toContain('value="move"');
    const { html, text } = await look(-120, [], {}, take);
    expect(html).toMatch(
      /<button id="moving"[^>]*value="move" formmethod="post" formaction="\/manage\/bkg_1.mac\?lang=de"/u,
    );
    expect(text).toContain('Auf Mi., 25. Nov., 10:00 Uhr EST verschieben');
    expect(html).toContain('<input type="hidden" name="lang" value="de"');
  });

  it('asks before the last press whether a paid session is meant, since it is not refunded', async () => {
    const paid = { price: { amount: 140, currency: 'USD' } };
    expect((await look(-120, [], paid)).text).toContain('paid sessions are not refunded. Why,');
    expect((await look(-120)).text).not.toContain('refunded. Why,');
  });
});

describe('what was picked', () => {
  const booking: Pick<Booking, 'start' | 'timeZone'> = { start: START, timeZone: 'Europe/Berlin' };
  const picked = (query: string) => pickedIn(new URLSearchParams(query), booking);

  it('is the day of the booking as long as nothing was pressed', () => {
    expect(picked('')).toEqual({ timeZone: 'Europe/Berlin', day: '2026-11-24' });
  });

  it('is what the pressed button says, before what was shown', () => {
    const fields = 'month=2026-11&day=2026-11-24&start=2026-11-24T15:00:00Z&timeZone=Asia/Kathmandu';
    const [timeZone, start] = ['Asia/Kathmandu', START];
    expect(picked(`${fields}&action=month:2026-12`)).toEqual({ timeZone, start, month: '2026-12' });
    expect(picked(`${fields}&action=day:2026-11-26`)).toEqual({ timeZone, start, day: '2026-11-26' });
    expect(picked(`${fields}&action=take:2026-11-25T15:00:00Z`)).toEqual({ timeZone, start: tomorrow });
    expect(picked(`${fields}&action=show`)).toEqual({ timeZone, start, month: '2026-11', day: '2026-11-24' });
  });

  it('is nothing where it can not be read', () => {
    const hostile = 'month=<b>&day=2026-02-30&start=soon&timeZone=Mars/Olympus&action=take:%00';
    expect(picked(hostile)).toEqual(picked(''));
  });
});

describe('a reason', () => {
  const { en } = languages;

  it('may be left out, and loses only the space around it', () => {
    expect(checkReason(' \r\n ', en)).toEqual({ reason: undefined });
    expect(checkReason(' Solved.\r\nThank you. ', en)).toEqual({ reason: 'Solved.\nThank you.' });
  });

  it('comes back to be put right where it is too long or can not be read', () => {
    expect(checkReason('x'.repeat(501), en)).toEqual({ problem: 'Reason: at most 500 characters, please.' });
    expect(checkReason('a\u0000b', en)).toEqual({ problem: 'Reason: this can’t be read. Please check it.' });
  });
});

it('what is left is told in whole minutes that are surely left', () => {
  const { words } = languages.en.session.countdown;
  const told = [0, MINUTE - 1, MINUTE, 59 * MINUTE, HOUR, 200 * MINUTE, 24 * HOUR, 51.5 * HOUR, 49 * HOUR];
  expect(told.map((ms) => durationText(ms, words))).toEqual([
    'less than a minute',
    'less than a minute',
    '1 min',
    '59 min',
    '1 h',
    '3 h 20 min',
    '1 day',
    '2 days 3 h',
    '2 days 1 h',
  ]);
});
