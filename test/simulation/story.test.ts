import { expect, it } from 'vitest';
import type { Script } from '../../simulation/script.ts';
import { storyOf } from '../../simulation/story.ts';

const at = (time: string): number => Date.parse(`2026-12-01T${time}:00-05:00`);

const script: Script = {
  seed: 1,
  start: '2026-12-01T07:00:00-05:00',
  cast: {
    companies: [],
    people: [
      { id: 'p1', name: 'Ada Moss', email: 'ada@people.example', mobile: '+12025550200', account: 'member' },
    ],
  },
  acts: [
    {
      ...{ id: 'b1', at: at('08:00'), do: 'book', who: 'p1', sessionType: 'live-60', start: at('10:00') },
      ...{ key: 'k', mobile: true, code: true, locale: 'en', repeats: 1 },
    },
    { id: 'b1.1', at: at('10:06'), do: 'text', from: '+12025550200', body: '1', lateBy: 240_000 },
    { id: 'b1.2', at: at('10:20'), do: 'staff-excuse', booking: 'b1' },
  ],
  faults: [
    { id: 'f1', kind: 'call', function: 'on-event', action: 'ses:SendRawEmail', nth: 3, how: 'dies-after' },
    { id: 'f2', kind: 'timer', nth: 2, how: 'late', byMs: 90_000 },
  ],
};

it('a story tells who does what and when in the company’s zone, what the world does, and what went wrong', () => {
  const violations = [{ invariant: 'no-show', sentence: 'Who answered in time is a no-show.' }];
  expect(storyOf(script, violations, 'America/New_York').split('\n')).toEqual([
    'It begins at 1 Dec 2026, 07:00:00 EST.',
    '- 1 Dec 2026, 08:00:00 EST: Ada Moss books live-60 for Tue 1 Dec, 10:00 EST (b1), with a mobile number, 2 times with one key',
    '- 1 Dec 2026, 10:06:00 EST: Ada Moss texts “1”, which arrives 4 min late',
    '- 1 Dec 2026, 10:20:00 EST: our staff excuse Ada Moss’s session (b1)',
    'The world misbehaves:',
    '- call 3 of on-event (ses:SendRawEmail) is where the worker dies, after the call',
    '- timer 2 fires late by 90 s',
    'In the end:',
    '- Who answered in time is a no-show. (no-show)',
  ]);
});
