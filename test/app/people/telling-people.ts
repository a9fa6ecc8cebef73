import type { TableClient } from '../../../lib/adapters/document-client.ts';
import { dynamoOutbox } from '../../../lib/adapters/outbox.ts';
import { personEventRow } from '../../../lib/adapters/people-rows.ts';
import { dynamoTable } from '../../../lib/adapters/table.ts';
import type { Identity } from '../../../lib/app/identity.ts';
import type { PersonEffectDeps, RecordedPersonEvent } from '../../../lib/app/people-deps.ts';
import { tellPerson } from '../../../lib/app/tell-person.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import settings from '../../fixture-config.ts';
import { RecordingBus, RecordingMailer, RecordingTexter, RecordingTimers } from '../recording-ports.ts';
import type { PeopleWorld } from './people-world.ts';

export const LEASE = 30_000;

/** Remembers whom it was to forget; `interrupt`, while set, runs first, and fails the call where it throws. */
class RecordingIdentity implements Pick<Identity, 'remove'> {
  readonly removed: string[] = [];
  interrupt: (() => void) | undefined;

  async remove(username: string): Promise<void> {
    this.interrupt?.();
    this.removed.push(username);
  }
}

/** What tells people of their accounts, over the rows of a world. */
export interface Teller {
  readonly deps: PersonEffectDeps;
  readonly mailer: RecordingMailer;
  readonly identity: RecordingIdentity;
  /** The stream brings every event of people so far; those told before are told again. */
  tellAll(): Promise<void>;
}

export function tellerOf({ deps: people, table, clock }: PeopleWorld): Teller {
  const [mailer, identity] = [new RecordingMailer(), new RecordingIdentity()];
  const deps: PersonEffectDeps = {
    ...{ settings, people: people.people, mailer, identity, outbox: dynamoOutbox(table) },
    ...{ table: dynamoTable(table), timers: new RecordingTimers(), texter: new RecordingTexter() },
    bus: new RecordingBus(),
    now: () => clock.now,
    bookingIdOf: () => 'bkg_none',
    pause: () => Promise.resolve(),
    siteUrl: 'https://showup.example',
    linkKeys: () => Promise.resolve(['the key of links']),
  };
  const tellAll = async (): Promise<void> => {
    for (const record of await personEvents(table)) await tellPerson(deps, record, LEASE);
  };
  return { deps, mailer, identity, tellAll };
}

/** The events of every person, in the order of keys. */
export async function personEvents(table: TableClient): Promise<RecordedPersonEvent[]> {
  const rows = (await everyRow(table)).filter(({ kind, about }) => kind === 'event' && about === 'person');
  return rows.map((row) => personEventRow().parse(row));
}
