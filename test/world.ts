import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type GlobalSecondaryIndex,
} from '@aws-sdk/client-dynamodb';
import { type TableClient, tableClient } from '../lib/adapters/document-client.ts';
import { dynamoOutbox } from '../lib/adapters/outbox.ts';
import { dynamoPeople } from '../lib/adapters/people.ts';
import { dynamoStandings } from '../lib/adapters/standings.ts';
import { dynamoTable } from '../lib/adapters/table.ts';
import type { ReactDeps } from '../lib/app/react-deps.ts';
import type { CodeHolder } from '../lib/domain/company.ts';
import { engineCredentials } from '../local/engine/engine-credentials.ts';
import { startTableEngine } from '../local/engine/table-engine.ts';
import { RecordingBus, RecordingMailer, RecordingTexter, RecordingTimers } from './app/recording-ports.ts';
import settings from './fixture-config.ts';

/** Monday, 10:00 in New York. */
export const NOW = Date.parse('2026-11-23T15:00:00Z');
/** Tuesday, 10:00 in New York: within everybody's hours. */
export const START = Date.parse('2026-11-24T15:00:00Z');
/** The code of the company that every world knows; its plan lasts beyond the horizon. */
export const CODE = 'DEMO-2026';
export const company: CodeHolder = {
  id: 'example-crates',
  name: 'Example Crates',
  planUntil: '2027-12-31',
  afterHours: false,
};

/** Writes a company that has just begun. */
export async function putCompany(
  table: TableClient,
  { afterHours = false, ...facts }: Omit<CodeHolder, 'afterHours'> & { readonly afterHours?: boolean },
  code: string,
): Promise<void> {
  const after = { ...facts, afterHours, code, formerCodes: [], formerRulings: [], revision: 1 };
  await dynamoPeople(table).commitCompany({ before: undefined, after, events: [], now: NOW });
}

/** A running engine that tables are made in, each for one test. */
export interface Engine {
  freshTable(): Promise<TableClient>;
  stop(): Promise<void>;
}

/** Starts a table engine: the one named, or the first that this machine can run. */
export async function openEngine(name?: string): Promise<Engine> {
  const before = process.env['DYNAMODB_ENGINE'];
  if (name !== undefined) process.env['DYNAMODB_ENGINE'] = name;
  try {
    const engine = await startTableEngine();
    return { freshTable: () => createTable(engine.endpoint), stop: () => engine.stop() };
  } finally {
    if (before === undefined) delete process.env['DYNAMODB_ENGINE'];
    else process.env['DYNAMODB_ENGINE'] = before;
  }
}

/** A world for one test: real rows, a clock that is set by hand, and ports that remember what was asked of them. */
export interface World {
  readonly deps: ReactDeps;
  readonly table: TableClient;
  readonly clock: { now: number };
  readonly timers: RecordingTimers;
  readonly mailer: RecordingMailer;
  readonly texter: RecordingTexter;
  readonly bus: RecordingBus;
}

export async function makeWorld(engine: Engine): Promise<World> {
  const table = await engine.freshTable();
  await putCompany(table, company, CODE);
  const clock = { now: NOW };
  const [timers, mailer, texter] = [new RecordingTimers(), new RecordingMailer(), new RecordingTexter()];
  const bus = new RecordingBus();
  const deps: ReactDeps = {
    settings,
    now: () => clock.now,
    bookingIdOf: idsInTurn(),
    pause: () => Promise.resolve(),
    table: dynamoTable(table),
    siteUrl: 'https://showup.example',
    linkKeys: () => Promise.resolve(['the key of links']),
    people: dynamoPeople(table),
    standings: dynamoStandings(table),
    outbox: dynamoOutbox(table),
    timers,
    mailer,
    texter,
    bus,
  };
  return { deps, table, clock, timers, mailer, texter, bus };
}

/** Ids in the order in which their keys are first used: rows lie in the order of booking. */
export function idsInTurn(): (key: string) => string {
  const ids = new Map<string, string>();
  return (key) => {
    const id = ids.get(key) ?? `bkg_${String(ids.size + 1).padStart(26, '0')}`;
    ids.set(key, id);
    return id;
  };
}

let tables = 0;

async function createTable(endpoint: string): Promise<TableClient> {
  const table = tableClient(`Showup${++tables}`, {
    endpoint,
    region: 'us-east-1',
    credentials: engineCredentials,
  });
  await table.client.send(new CreateTableCommand(shapeOf(table.name)));
  return table;
}

/** As cdk/table.ts makes it. */
function shapeOf(TableName: string): CreateTableCommandInput {
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
      { AttributeName: 'duePk', AttributeType: 'S' },
      { AttributeName: 'dueAt', AttributeType: 'N' },
      { AttributeName: 'queue', AttributeType: 'S' },
      { AttributeName: 'queuedAt', AttributeType: 'N' },
      { AttributeName: 'mobile', AttributeType: 'S' },
      { AttributeName: 'person', AttributeType: 'S' },
      { AttributeName: 'companyId', AttributeType: 'S' },
      { AttributeName: 'consultantId', AttributeType: 'S' },
      { AttributeName: 'bookingPk', AttributeType: 'S' },
      { AttributeName: 'id', AttributeType: 'S' },
      { AttributeName: 'start', AttributeType: 'N' },
      { AttributeName: 'directory', AttributeType: 'S' },
      { AttributeName: 'sortName', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      index('due', 'duePk', 'dueAt'),
      index('queue', 'queue', 'queuedAt'),
      index('mobile', 'mobile', 'start'),
      index('person', 'person', 'start'),
      index('company', 'companyId', 'start'),
      index('consultant', 'consultantId', 'start'),
      index('booking', 'bookingPk', 'id'),
      index('directory', 'directory', 'sortName'),
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  };
}

function index(IndexName: string, hash: string, range: string): GlobalSecondaryIndex {
  return {
    IndexName,
    KeySchema: [
      { AttributeName: hash, KeyType: 'HASH' },
      { AttributeName: range, KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' },
  };
}
