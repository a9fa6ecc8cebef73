import { afterAll, beforeAll, describe } from 'vitest';
import type { EngineProgram } from '../../local/engine/engine-program.ts';
import { type Engine, openEngine } from '../world.ts';
import { calendarRules } from './calendar-rules.ts';
import { capacityRules } from './capacity-rules.ts';
import { commitRules } from './commit-rules.ts';
import { companyRules } from './company-rules.ts';
import { directoryRules } from './directory-rules.ts';
import { erasureRules } from './erasure-rules.ts';
import { mailboxRules } from './mailbox-rules.ts';
import { outboxRules } from './outbox-rules.ts';
import { personRules } from './person-rules.ts';
import { phoneRules } from './phone-rules.ts';
import { queueRules } from './queue-rules.ts';
import { readRules } from './read-rules.ts';
import { standingRules } from './standing-rules.ts';
import { tallyRules } from './tally-rules.ts';

/** Holds every rule of the table to an engine; skipped, and said so, where the engine can't run. */
export function rulesOn(program: EngineProgram): void {
  const missing = program.missing();
  const reason = missing === undefined ? '' : ` (skipped: ${missing})`;
  describe.skipIf(missing !== undefined)(`on ${program.name}${reason}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openEngine(program.name);
    }, 60_000);
    afterAll(() => engine.stop());
    describe('commits', () => {
      commitRules(() => engine);
    });
    describe('the calendar', () => {
      calendarRules(() => engine);
    });
    describe('mailboxes', () => {
      mailboxRules(() => engine);
    });
    describe('reads', () => {
      readRules(() => engine);
    });
    describe('companies', () => {
      companyRules(() => engine);
    });
    describe('people', () => {
      personRules(() => engine);
    });
    describe('the directory', () => {
      directoryRules(() => engine);
    });
    describe('phones', () => {
      phoneRules(() => engine);
    });
    describe('standing', () => {
      standingRules(() => engine);
    });
    describe('lists of what waits', () => {
      queueRules(() => engine);
    });
    describe('erasure', () => {
      erasureRules(() => engine);
    });
    describe('tallies', () => {
      tallyRules(() => engine);
    });
    describe('outbox', () => {
      outboxRules(() => engine);
    });
    describe('capacity', () => {
      capacityRules(() => engine);
    });
  });
}
