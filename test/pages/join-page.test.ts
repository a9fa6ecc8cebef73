import { describe, expect, it } from 'vitest';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { Book } from '../../lib/domain/booking/commands.ts';
import { joinPage } from '../../lib/pages/join/join-page.tsx';
import {
  answer,
  cancel,
  closed,
  due,
  given,
  join,
  type Step,
  startPlus,
  THREE_DAYS_BEFORE,
  when,
  withoutMobile,
} from '../domain/given.ts';
import { facts, type Shown, shown, visit } from './session-visit.ts';

async function look(minute: number, booking: Booking, manages = false, query = ''): Promise<Shown> {
  const as = visit(query);
  const told = await facts(booking, as.language.code);
  const view = { booking, facts: told, token: 'bkg_1.mac', manages, now: startPlus(minute) };
  return shown(joinPage(as, view), as);
}

/** Whether the rules take a press of the button, so many minutes after the start. */
function isTaken(booking: Booking, minute: number): boolean {
  try {
    when(booking, [minute, join(minute)]);
    return true;
  } catch {
    return false;
  }
}

const button = '<form method="post" action="/join/bkg_1.mac">';

const stories: readonly [what: string, steps: readonly Step[], changes?: Partial<Book>][] = [
  ['nobody has joined yet', []],
  ['nobody has joined yet, and there is no mobile number', [], withoutMobile],
  ['the question was asked and not answered', [[5, due('check-in')]]],
  [
    'the session was kept open',
    [
      [5, due('check-in')],
      [9, answer(9)],
    ],
  ],
  ['somebody has joined', [[3, join(3)]]],
  ['it closed as a no-show', closed],
  ['it was cancelled', [[-120, cancel(-120)]]],
  [
    'it took place',
    [
      [3, join(3)],
      [60, due('finish')],
    ],
  ],
];

describe.each<(typeof stories)[number]>(stories)('when %s', (_, steps, changes = {}) => {
  const booking = given(steps, changes);
  const from = steps.at(-1)?.[0] ?? THREE_DAYS_BEFORE;
  const minutes = [-16, -15, -1, 0, 4, 9, 10, 14, 15, 59, 60, 90].filter((minute) => minute >= from);

  it('the button is on the page exactly while a press of it would be taken', async () => {
    for (const minute of minutes) {
      const page = await look(minute, booking);
      const taken = minute < booking.minutes && isTaken(booking, minute);
      expect([minute, page.html.includes(button)]).toEqual([minute, taken]);
    }
  });

  it('only a page with the button lets a form lead to the meeting, and to that host alone', async () => {
    for (const minute of minutes) {
      const { html, headers } = await look(minute, booking);
      const target = html.includes(button)
        ? "form-action 'self' https://meet.example.com;"
        : "form-action 'self';";
      expect(headers['content-security-policy']).toContain(target);
    }
  });
});

describe('before its time', () => {
  it('says from when, in the zone of the attendee, and how long that is', async () => {
    const { text, headers } = await look(-15 - 200, given());
    expect(text).toContain(
      'You can join from Tuesday, 24 November 2026, 15:45 (Central European Standard Time, Berlin), in 3 h 20 min .',
    );
    expect(headers['refresh']).toBe(String(200 * 60));
  });

  it('is not loaded anew by itself when the time is days away', async () => {
    const { headers } = await look(-3 * 24 * 60, given());
    expect(headers).not.toHaveProperty('refresh');
  });

  it('says what to install, and how to be heard', async () => {
    const { text } = await look(-60, given());
    expect(text).toContain('Install the screen-sharing app');
    expect(text).toContain('Conference ID 200 300 101');
    expect(text).toContain('https://meet.example.com/dial-in');
  });
});

describe('while it can be joined', () => {
  it('counts down to the start, then says when it closes if nobody comes', async () => {
    expect((await look(-10, given())).text).toContain('It starts at 16:00 CET, in 10 min .');
    expect((await look(2, given())).text).toContain('If nobody joins, it closes at 16:15 CET');
    expect((await look(2, given([], withoutMobile))).text).toContain('it closes at 16:10 CET');
  });

  it('says until when a session is kept open', async () => {
    const booking = given([
      [5, due('check-in')],
      [9, answer(9)],
    ]);
    expect((await look(20, booking)).text).toContain('We keep it open for you until 17:00 CET.');
  });
});

describe('afterwards', () => {
  it.each<[string, string, readonly Step[]]>([
    ['Recorded as a no-show', 'Nobody joined, online or by phone. So the session closed at 16:15', closed],
    [
      'This session is cancelled',
      'It was cancelled on Tue 24 Nov, 14:00 CET.',
      [[-120, cancel(-120, 'my reason')]],
    ],
    [
      'This session is over',
      'It has taken place.',
      [
        [3, join(3)],
        [60, due('finish')],
      ],
    ],
  ])('says what happened: %s', async (title, words, steps) => {
    const { html, text } = await look(90, given(steps));
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(text).toContain(words);
  });

  it('leads the holder of the booking to it, where nothing is to be changed any more', async () => {
    expect((await look(-60, given(), true)).text).toContain('See or change this booking');
    expect((await look(90, given(closed), true)).text).toContain('See this booking');
  });

  it('says that it has closed before the close is written', async () => {
    const { text } = await look(15, given([[5, due('check-in')]]));
    expect(text).toContain('Its time to join ended at 16:15 CET.');
  });
});

it('tells whoever was given the link nothing about the person who booked', async () => {
  for (const steps of [[], closed, [[-120, cancel(-120, 'my reason')]]] as readonly (readonly Step[])[]) {
    const { html } = await look(
      -120,
      given(steps, { attendee: { name: 'Ada Park', email: 'ada@example.com', mobile: '+15550100123' } }),
    );
    for (const secret of ['Ada', 'ada@', '0123', 'my reason', '/manage/']) expect(html).not.toContain(secret);
  }
});

it('leads to the page that manages the booking only with a token that does', async () => {
  expect((await look(-60, given(), true)).html).toContain('href="/manage/bkg_1.mac"');
});

it('speaks German to who asked for it', async () => {
  const { html, text } = await look(-15 - 200, given(), false, 'lang=de');
  expect(html).toContain('<html lang="de"');
  expect(text).toContain('Teilnehmen können Sie ab Dienstag, 24. November 2026, 15:45 Uhr');
  expect(text).toContain('in 3 h 20 min');
  expect(text).toContain('Live-Sitzung (60 Minuten)');
  expect(text).toContain('Installieren Sie die App zur Bildschirmfreigabe Der Download ist klein.');
});

it('is never cached, indexed or told of to other sites', async () => {
  const { headers } = await look(-60, given());
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
  });
});
