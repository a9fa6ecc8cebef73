import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { openStarts } from '../../lib/domain/calendar/openings.ts';
import { followDial } from '../../local/functions/dial-date.ts';
import { engineTable } from '../engine-table.ts';
import { interleaved, wallTime } from '../interleaved.ts';
import { asked, questionFor } from './question.ts';

/** What the worker is started with: it runs the function's bundle as the Lambda runtime would. */
export interface AnswerWork {
  readonly directory: string;
  readonly clock: SharedArrayBuffer;
  readonly engine: string;
  readonly table: string;
}

/** Medians in ms. */
export interface AnswerTimes {
  readonly whole: number;
  readonly query: number;
  readonly computation: number;
}

const { directory, clock, engine, table: name } = workerData as AnswerWork;
followDial(clock);

type Handler = (event: unknown, context: unknown) => Promise<{ statusCode: number; body: string }>;
const bundle: unknown = await import(pathToFileURL(join(directory, 'index.mjs')).href);
const { handler } = bundle as { handler: Handler };

const offer = { id: 'live-60', minutes: 60 };
const { catalogue, from, to, now } = questionFor(5);
const client = engineTable(engine, name);
const table = dynamoTable(client);
const calendar = await table.busy(from, to);

const event = {
  version: '2.0',
  routeKey: 'GET /v1/slots',
  rawPath: '/v1/slots',
  headers: {},
  queryStringParameters: {
    ...{ sessionType: offer.id, timeZone: catalogue.zone },
    ...{ from: asked.first, to: asked.last },
  },
  requestContext: {
    http: { method: 'GET', path: '/v1/slots', sourceIp: '127.0.0.1' },
    requestId: 'bench',
    routeKey: 'GET /v1/slots',
    timeEpoch: now,
  },
  isBase64Encoded: false,
};

async function answer(): Promise<void> {
  const { statusCode, body } = await handler(event, { awsRequestId: 'bench', functionName: 'bench' });
  if (statusCode !== 200) throw new Error(`GET /v1/slots was answered ${statusCode}: ${body}`);
}

const times: AnswerTimes = await interleaved(
  {
    whole: { run: answer },
    query: { run: () => table.busy(from, to) },
    computation: { run: () => openStarts(catalogue, offer, calendar, now, from, to) },
  },
  { rounds: 60, stopwatch: wallTime },
);
parentPort?.postMessage(times);
