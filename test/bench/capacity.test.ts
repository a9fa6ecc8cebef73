import { expect, inject, test } from 'vitest';
import { measureCapacity } from '../../bench/capacity/measure.ts';
import type { Operations } from '../../bench/capacity/operations.ts';
import settings from '../fixture-config.ts';

test('what an operation takes of the table does not grow with the bookings in it', async () => {
  const answer = await fetch(`${inject('assemblies')}/fixture-config`);
  const assembly = await answer.text();
  const measured = await measureCapacity(assembly, settings, [5, 150]);
  const [few, many] = [measured.get(5), measured.get(150)];
  // What overlaps depends on how busy the machine is: the rounds are held by tests of their own.
  expect(unitsOf(many)).toEqual(unitsOf(few));
  expect([...(many?.keys() ?? [])]).toHaveLength(14);
  for (const [what, { writes, reads, rounds }] of many ?? []) {
    expect(reads, what).toBeGreaterThan(0);
    expect(rounds.length, what).toBeGreaterThan(0);
    // Whatever changes something writes; to look changes nothing.
    if (what === 'slots, 28 days') expect(writes).toBe(0);
    else expect(writes, what).toBeGreaterThan(0);
  }
  expect(many?.get('slots, 28 days')?.rounds).toEqual([['Query']]);
  expect(many?.get('slots, 28 days')?.reads).toBeLessThanOrEqual(4);
});

function unitsOf(operations: Operations = new Map()) {
  return [...operations].map(([what, { writes, reads }]) => ({ what, writes, reads }));
}
