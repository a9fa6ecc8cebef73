import { afterAll, beforeAll, expect, it } from 'vitest';
import { minutesAfter, Showup } from '../showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

/** Answers every text of ours with its own, until there is none to answer; gives how many there were. */
async function conversation(mobile: string, answer: (turn: number) => string): Promise<number> {
  for (let answered = 0; answered < 40; answered++) {
    const texts = await showup.textsTo(mobile);
    if (texts.length <= answered) return answered;
    await showup.text(mobile, answer(answered));
  }
  throw new Error('the two never stop');
}

it.each([
  ['+15550100601', "I'm driving with Focus turned on. I'll see your message when I get where I'm going."],
  ['+15550100602', 'Sorry, I can’t talk right now.'],
  ['+15550100603', 'Ich bin bis Montag nicht im Büro.'],
])('an autoresponder at %s gets one help text, and then silence', async (mobile, answer) => {
  const start = minutesAfter('2026-12-01T15:00:00Z', (Number(mobile.slice(-1)) - 1) * 24 * 60);
  const { token } = await showup.book({ start, mobile, email: `auto${mobile.slice(-1)}@example.com` });
  await showup.clockTo(minutesAfter(start, 5));
  expect(await conversation(mobile, () => answer)).toBe(2);
  await showup.clockTo(minutesAfter(start, 16));
  expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
});

it.each([
  ['+15550100611', 'yes'],
  ['+15550100612', 'HELP'],
  ['+15550100613', '3'],
])(
  'a machine at %s that keeps saying something we understand ends in silence too',
  async (mobile, answer) => {
    const start = minutesAfter('2026-12-08T15:00:00Z', (Number(mobile.slice(-1)) - 1) * 24 * 60);
    await showup.book({ start, mobile, email: `machine${mobile.slice(-1)}@example.com` });
    await showup.text(mobile, answer);
    expect(await conversation(mobile, () => answer)).toBeLessThanOrEqual(6);
  },
);

it('a machine at a number that we know nothing of is told once', async () => {
  const mobile = '+15550100620';
  await showup.text(mobile, 'This number is not monitored.');
  expect(await conversation(mobile, () => 'This number is not monitored.')).toBe(1);
});
