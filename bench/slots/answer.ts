import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { duration, type Row } from '../report.ts';
import { startSeededCloud } from '../running-cloud.ts';
import type { AnswerTimes, AnswerWork } from './answer-worker.ts';
import { putHalfBooked } from './put-half-booked.ts';
import { asked, questionFor } from './question.ts';

/** What `GET /v1/slots` takes inside its function, and how much of it is the table's query and the computation. */
export async function splitAnswer(assembly: string): Promise<readonly Row[]> {
  const running = await startSeededCloud(assembly, asked.now);
  try {
    await putHalfBooked(running.table, questionFor(5).sessions);
    return rowsOf(await timeAnswer(running));
  } finally {
    await running.stop();
  }
}

async function timeAnswer({
  cloud,
  table,
}: Awaited<ReturnType<typeof startSeededCloud>>): Promise<AnswerTimes> {
  const api = cloud.functions.find('showup-dev-api');
  const workerData: AnswerWork = {
    directory: api.directory,
    clock: cloud.clock.shared,
    engine: cloud.engineEndpoint,
    table: table.name,
  };
  const worker = new Worker(new URL('./answer-worker.ts', import.meta.url), {
    env: {
      ...api.environment,
      AWS_ACCESS_KEY_ID: api.logicalId,
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: cloud.aws.endpoint.url,
      // The table's engine itself: what the local endpoint checks on the way is no part of an answer.
      AWS_ENDPOINT_URL_DYNAMODB: cloud.engineEndpoint,
    },
    workerData,
    stdout: true,
  });
  const [times] = (await once(worker, 'message')) as [AnswerTimes];
  await worker.terminate();
  return times;
}

function rowsOf({ whole, query, computation }: AnswerTimes): readonly Row[] {
  const rest = Math.max(0, whole - query - computation);
  const against = `of ${duration(whole)}`;
  const row = (what: string, took: number): Row => ({
    part: 'slots',
    what: `GET /v1/slots, 5 consultants, 28 days: ${what}`,
    figure: duration(took),
    against,
    ratio: took / whole,
  });
  return [
    {
      ...row('the table query', query),
      aim: { said: 'dominates', met: query > computation && query > rest },
    },
    row('computation', computation),
    row('the rest', rest),
  ];
}
