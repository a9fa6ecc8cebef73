import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Config, defineConfig } from '../../lib/config/define.ts';
import { mondayToFriday } from '../../lib/config/monday-to-friday.ts';
import { validateConfig } from '../../lib/config/validate.ts';
import fixture from '../fixture-config.ts';

const zone = fc.constantFrom(
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
);

const quarters = (most: number) => fc.integer({ min: 1, max: most / 15 }).map((count) => count * 15);

const policy = fc
  .record({ text: fc.nat(200), more: fc.nat(200), further: fc.integer({ min: 1, max: 300 }) })
  .chain(({ text, more, further }) =>
    fc.record(
      {
        offering: fc.record({
          noticeMinutes: fc.constant(text + more + further),
          slotEveryMinutes: quarters(240),
        }),
        changes: fc.constant({ textUntilMinutes: text, linkUntilMinutes: text + more }),
        reminders: fc.record({
          hoursBefore: fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }),
        }),
        start: fc.integer({ min: 1, max: 12 }).map((checkIn) => ({
          checkInAfterMinutes: checkIn,
          closeAfterMinutes: checkIn + 2,
          closeWithoutMobileAfterMinutes: checkIn,
        })),
        noShows: fc.record({
          limit: fc.integer({ min: 1, max: 9 }),
          blockDays: fc.integer({ min: 1, max: 99 }),
        }),
      },
      { requiredKeys: ['offering', 'changes'] },
    ),
  );

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8})?$/);

const sessionType = fc.record({
  id,
  name: fc.constantFrom('Session', { en: 'Session' }, { en: 'Session', de: 'Termin' }),
  description: fc.constant('A session.'),
  minutes: quarters(480),
  fee: fc.nat(100_000).map((cents) => cents / 100),
});

const consultant = fc.record(
  {
    id,
    name: fc.constant('Somebody'),
    hours: fc.constantFrom(mondayToFriday('08:30', '17:30'), mondayToFriday('22:00', '30:00')),
    room: id.map((room) => ({
      url: `https://meet.example.com/${room}`,
      dialInUrl: 'https://meet.example.com/dial-in',
      conferenceId: room,
    })),
    zone,
  },
  { requiredKeys: ['id', 'name', 'hours', 'room'] },
);

const config: fc.Arbitrary<Config> = fc.record(
  {
    brand: fc.constant(fixture.brand),
    texts: fc.constant(fixture.texts),
    zone,
    currency: fc.constantFrom('USD', 'EUR', 'KWD'),
    policy,
    sessionTypes: fc.uniqueArray(sessionType, { selector: (type) => type.id, minLength: 1, maxLength: 4 }),
    consultants: fc
      .uniqueArray(consultant, { selector: (person) => person.id, minLength: 1, maxLength: 4 })
      .filter((people) => new Set(people.map(({ room }) => room.url)).size === people.length),
    holidays: fc
      .array(fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }))
      .map((dates) => dates.map((date) => date.toISOString().slice(0, 10))),
  },
  { requiredKeys: ['brand', 'texts', 'zone', 'sessionTypes', 'consultants', 'policy'] },
);

const longerThanCloses = config.filter(({ sessionTypes, policy: changes }) =>
  sessionTypes.every(({ minutes }) => minutes > (changes?.start?.closeAfterMinutes ?? 15)),
);

test('whatever is put together from valid parts is accepted, and comes back unchanged', () => {
  fc.assert(
    fc.property(longerThanCloses, (parts) => {
      const settings = defineConfig(parts);
      expect(validateConfig(settings)).toEqual(settings);
    }),
  );
});
